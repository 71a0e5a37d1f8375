<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
    <context>
        <name>DeepVis</name>
        <message>
            <location filename="../../deepvis_app/bench/labelled.py"></location>
            <source>{path} has no picture of a class that the network knows.</source>
            <translation>{path}에는 네트워크가 아는 클래스의 이미지가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/bench/maps.py"></location>
            <source>The window did not open the index within {seconds} s.</source>
            <translation>창이 {seconds}초 안에 색인을 열지 못했습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/bench/stage.py"></location>
            <source>The window showed no result within {seconds} s.</source>
            <translation>창이 {seconds}초 안에 결과를 보이지 못했습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/bench/stage.py"></location>
            <source>The window failed: {why}</source>
            <translation>창에서 문제가 생겼습니다: {why}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/bench/startup.py"></location>
            <source>The window did not start: {why}</source>
            <translation>창이 시작되지 않았습니다: {why}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/bench/style.py"></location>
            <source>bench style compares paintings of photographs: give --val with some.</source>
            <translation>bench style는 사진을 칠한 것을 비교합니다: --val로 사진을 주세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/bench/style.py"></location>
            <source>There is no style of the name of {path}; there are {names}.</source>
            <translation>{path}의 이름을 가진 화풍은 없습니다. 있는 것: {names}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/bench/synthesis.py"></location>
            <source>{path} knows other classes than the embedded network; give another.</source>
            <translation>{path}의 클래스는 내장 네트워크의 클래스와 다릅니다. 다른 파일을 지정하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/cli.py"></location>
            <source>Stopped.</source>
            <translation>멈추었습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/cli.py"></location>
            <source>This went wrong: {what} (--debug tells more).</source>
            <translation>문제가 생겼습니다: {what} (--debug를 붙이면 자세히 알 수 있습니다).</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/bench.py"></location>
            <source>bench {what} needs pictures: give --val ZIP.</source>
            <translation>bench {what}에는 이미지가 필요합니다: --val ZIP을 지정하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/bench.py"></location>
            <source>{path} cannot be written: {why}.</source>
            <translation>{path}에 쓸 수 없습니다: {why}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/bench.py"></location>
            <source>There is no bench {name}. There are: {names} and method:NAME.</source>
            <translation>{name}이라는 bench는 없습니다. 있는 것: {names}, method:NAME.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/models.py"></location>
            <source>Name the network to download, such as: deepvis models download resnet18.</source>
            <translation>내려받을 네트워크의 이름을 적으세요. 예: deepvis models download resnet18.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/others.py"></location>
            <source>The index {path} has no picture of what is asked for.</source>
            <translation>색인 {path}에는 요청한 이미지가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/others.py"></location>
            <source>There is no picture in the folder {path}.</source>
            <translation>폴더 {path}에 이미지가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/params.py"></location>
            <source>{name} cannot be {value}. There are: {choices}.</source>
            <translation>{name}에 {value}는 쓸 수 없습니다. 쓸 수 있는 것: {choices}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/params.py"></location>
            <source>{name} goes from {low:g} to {high:g}{unit}, not {value}.</source>
            <translation>{name}의 범위는 {low:g}에서 {high:g}{unit}까지이며, {value}는 벗어납니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/params.py"></location>
            <source>No parameter {name} here. {which}.</source>
            <translation>여기에는 {name}이라는 매개변수가 없습니다. {which}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/params.py"></location>
            <source>{name} is {what}, not {value}.</source>
            <translation>{name}은(는) {what}이어야 하며, {value}는 아닙니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/parsers.py"></location>
            <source>{message}. {program} --help lists what there is.</source>
            <translation>{message}. 쓸 수 있는 것은 {program} --help에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/render.py"></location>
            <source>--unit {unit} needs the layer that it is of: give --layer.</source>
            <translation>--unit {unit}이 속한 층이 필요합니다: --layer를 지정하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/render.py"></location>
            <source>--neuron is a place in a unit's map: give --layer and --unit too.</source>
            <translation>--neuron은 유닛 맵 안의 위치입니다: --layer와 --unit도 지정하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/render.py"></location>
            <source>Start from a unit or from a class: give --unit or --target, not both.</source>
            <translation>유닛이나 클래스 가운데 하나에서 시작하세요: --unit과 --target을 함께 쓸 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/render.py"></location>
            <source>{layer} has no unit {unit}; its units are 0 to {last}.</source>
            <translation>{layer}에는 유닛 {unit}이 없습니다. 유닛은 0부터 {last}까지입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/render.py"></location>
            <source>{network} gives no class scores: give --layer and --unit to start from.</source>
            <translation>{network}은(는) 클래스 점수를 내지 않습니다: 시작할 --layer와 --unit을 지정하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/render.py"></location>
            <source>{method} needs a layer: give --layer.</source>
            <translation>{method}에는 층이 필요합니다: --layer를 지정하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/render.py"></location>
            <source>{method} is about a class, not a unit: leave --unit out.</source>
            <translation>{method}은(는) 유닛이 아니라 클래스에 대한 것입니다: --unit을 빼세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/render.py"></location>
            <source>{method} starts from one unit of a layer: give --unit, or leave --layer out for a class.</source>
            <translation>{method}은(는) 층의 유닛 하나에서 시작합니다: --unit을 지정하거나, 클래스라면 --layer를 빼세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/render.py"></location>
            <source>{count} of the pictures are called {name}, and would be written to the same file.</source>
            <translation>{name}이라는 이미지가 {count}개 있어 같은 파일에 쓰이게 됩니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/render.py"></location>
            <source>The folder {path} cannot be made: {why}.</source>
            <translation>폴더 {path}를 만들 수 없습니다: {why}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/showing.py"></location>
            <source>The source is a {kind}; give a path, camera, screen, samples, a PIL picture, or an array (h, w, 3) of uint8.</source>
            <translation>입력이 {kind}입니다. 경로, camera, screen, samples, PIL 그림 또는 uint8 배열 (h, w, 3)을 주십시오.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/showing.py"></location>
            <source>The window can be opened from the main thread alone; call show() there.</source>
            <translation>창은 주 스레드에서만 열 수 있습니다. 거기서 show()를 부르십시오.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/showing.py"></location>
            <source>The preprocessing {kind} is not understood; give a Preprocessing, a mapping of its fields, or the transforms of torchvision's weights.</source>
            <translation>전처리 {kind}을(를) 알 수 없습니다. Preprocessing, 그 필드의 매핑 또는 torchvision 가중치의 변환을 주십시오.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/showing.py"></location>
            <source>Picture</source>
            <translation>이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/telling.py"></location>
            <source>Trying input sizes: {done} of {of}</source>
            <translation>입력 크기 시험 중: {of}개 중 {done}개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/telling.py"></location>
            <source>Measuring the speed…</source>
            <translation>속도를 재는 중…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/telling.py"></location>
            <source>Reading pictures: {done} of {of}</source>
            <translation>이미지 읽는 중: {of}개 중 {done}개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/telling.py"></location>
            <source>Teachers look: {done} of {of}</source>
            <translation>교사가 보는 중: {of}개 중 {done}개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/train.py"></location>
            <source>--blend needs --base, the network that it takes from.</source>
            <translation>--blend에는 가중치를 가져올 네트워크인 --base가 필요합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/train.py"></location>
            <source>{path} is no network of this recipe with the classes of these pictures; leave --base away.</source>
            <translation>{path}은(는) 이 방식으로 만든, 이 이미지들의 클래스를 가진 네트워크가 아닙니다. --base를 빼세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/train.py"></location>
            <source>--{name} is not for the recipe {recipe}.</source>
            <translation>--{name}은(는) {recipe} 학습에 쓰지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/train.py"></location>
            <source>The recipe {recipe} needs --{name}.</source>
            <translation>{recipe} 학습에는 --{name}이(가) 필요합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/train_scouter.py"></location>
            <source>There are no pictures of the class {name} to learn from; add some, or take it out of {path}.</source>
            <translation>클래스 {name}을(를) 배울 이미지가 없습니다. 이미지를 더하거나 {path}에서 빼세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/train_style.py"></location>
            <source>There are {count} styles but {titles} titles; give as many.</source>
            <translation>화풍은 {count}개인데 제목은 {titles}개입니다. 같은 수로 주세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/window.py"></location>
            <source>There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set). Start DeepVis on a desktop, through ssh -X or under xvfb-run; with QT_QPA_PLATFORM=offscreen it shows nothing, but --screenshot works.</source>
            <translation>창을 열 화면이 없습니다(DISPLAY도 WAYLAND_DISPLAY도 없음). 데스크톱에서, ssh -X로, 또는 xvfb-run으로 DeepVis를 시작하세요. QT_QPA_PLATFORM=offscreen이면 아무것도 보이지 않지만 --screenshot은 됩니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/commands/window.py"></location>
            <source>The display {display} does not answer; check DISPLAY.</source>
            <translation>화면 {display}이(가) 응답하지 않습니다. DISPLAY를 확인하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/answers.py"></location>
            <source>There is not enough memory for the backward picture; it is left out.</source>
            <translation>역전파 이미지를 만들 메모리가 부족하여 생략합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/beside.py"></location>
            <source>There is nothing to compare with yet.</source>
            <translation>아직 비교할 것이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/comparing.py"></location>
            <source>The maps cannot be subtracted: here they are {wide} × {high}, there {other_wide} × {other_high}.</source>
            <translation>맵을 뺄 수 없습니다: 여기는 {wide} × {high}, 저쪽은 {other_wide} × {other_high}입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/comparing.py"></location>
            <source>{layer} of {title} has no maps.</source>
            <translation>{title}의 {layer}에는 맵이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/comparing.py"></location>
            <source>{layer} of {title} has the units 0 to {last}; there is no unit {unit}.</source>
            <translation>{title}의 {layer}에는 유닛이 0부터 {last}까지 있으며, 유닛 {unit}은 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/comparing.py"></location>
            <source>{title} has no layer {layer}; choose one of its own.</source>
            <translation>{title}에 {layer}이라는 층은 없습니다. 있는 층을 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/downloads.py"></location>
            <source>{name} waits.</source>
            <translation>{name}이(가) 기다립니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/downloads.py"></location>
            <source>On this computer.</source>
            <translation>이 컴퓨터에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/downloads.py"></location>
            <source>Waiting for other downloads…</source>
            <translation>다른 내려받기를 기다리는 중…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/downloads.py"></location>
            <source>Paused; what has come is kept.</source>
            <translation>일시 중지했습니다. 지금까지 받은 것은 남아 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/explaining.py"></location>
            <source>{name} is no live explanation. There are: {names}.</source>
            <translation>{name}은(는) 실시간 설명이 아닙니다. 있는 것: {names}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/failures.py"></location>
            <source>Something went wrong in DeepVis: {reason}</source>
            <translation>DeepVis에서 문제가 생겼습니다: {reason}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/failures.py"></location>
            <source>There is not enough memory for this. A smaller input size or network needs less.</source>
            <translation>메모리가 부족합니다. 입력 크기나 네트워크를 줄이면 됩니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/filming.py"></location>
            <source>There is no frame in the video.</source>
            <translation>동영상에 프레임이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/filming.py"></location>
            <source>{path} is as large as a film can be; what comes after {seconds} s is left out.</source>
            <translation>{path}이(가) 영상이 될 수 있는 크기에 이르렀습니다. {seconds}초 뒤는 뺐습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/jobs.py"></location>
            <source>All units' backward pictures</source>
            <translation>모든 유닛의 역전파 이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/jobs.py"></location>
            <source>Explaining</source>
            <translation>설명하는 중</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/jobs.py"></location>
            <source>Sanity check</source>
            <translation>온전성 검사</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/jobs.py"></location>
            <source>Ranking units</source>
            <translation>유닛 순위 매기기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/jobs.py"></location>
            <source>Indexing pictures</source>
            <translation>이미지 색인 만들기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/jobs.py"></location>
            <source>What drives the patches</source>
            <translation>패치를 움직이는 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/jobs.py"></location>
            <source>Making a picture</source>
            <translation>이미지 만들기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/jobs.py"></location>
            <source>Pictures of all units</source>
            <translation>모든 유닛의 이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/jobs.py"></location>
            <source>Painting a video</source>
            <translation>동영상 칠하기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/jobs.py"></location>
            <source>Learning a style</source>
            <translation>화풍 배우기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/jobs.py"></location>
            <source>There is no job {name}. There are: {names}.</source>
            <translation>{name}이라는 작업은 없습니다. 있는 것: {names}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/jobs.py"></location>
            <source>The job {job} has no option {name}. There are: {names}.</source>
            <translation>작업 {job}에는 {name} 옵션이 없습니다. 있는 것: {names}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/jobs.py"></location>
            <source>The job {job} did not leave the network as it was.</source>
            <translation>작업 {job}이(가) 네트워크를 처음 상태로 되돌려 놓지 않았습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/moment.py"></location>
            <source>The output of {layer} is no picture: its shape is {shape}.</source>
            <translation>{layer}의 출력은 이미지가 아닙니다: 모양이 {shape}입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/moment.py"></location>
            <source>{layer} has the units 0 to {last}; there is no unit {unit}.</source>
            <translation>{layer}의 유닛은 0부터 {last}까지이며, 유닛 {unit}은 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/pipeline.py"></location>
            <source>The graphics memory ran out; the network now runs on the processor.</source>
            <translation>그래픽 메모리가 부족해졌습니다. 이제 네트워크는 CPU에서 돕니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/pipeline.py"></location>
            <source>There is no network yet whose input could be changed.</source>
            <translation>입력을 바꿀 네트워크가 아직 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/pipeline.py"></location>
            <source>There is no network or no picture yet to work on.</source>
            <translation>작업할 네트워크나 이미지가 아직 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/pipeline.py"></location>
            <source>Measuring how fast {name} runs…</source>
            <translation>{name}의 속도를 재는 중…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/pipeline.py"></location>
            <source>Job</source>
            <translation>작업</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/pipeline.py"></location>
            <source>Loading {name} was stopped.</source>
            <translation>{name} 불러오기를 멈추었습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/recording.py"></location>
            <source>{path} is as large as a film can be; the recording ended.</source>
            <translation>{path}이(가) 영상이 될 수 있는 크기에 이르러 녹화를 마쳤습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/scoring.py"></location>
            <source>This network gives no class scores.</source>
            <translation>이 네트워크는 클래스 점수를 내지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/studio.py"></location>
            <source>There is no picture yet to paint.</source>
            <translation>칠할 이미지가 아직 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/unit_pictures.py"></location>
            <source>Name the layer whose units are to be made pictures of.</source>
            <translation>유닛 이미지를 만들 층을 지정하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/unit_pictures.py"></location>
            <source>Steps of a unit</source>
            <translation>유닛 하나의 단계 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/unit_pictures.py"></location>
            <source>Seed</source>
            <translation>난수 시드</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/views.py"></location>
            <source>{units} filters of {height} × {width} over {channels} channels</source>
            <translation>{channels}개 채널에 걸친 {height} × {width} 필터 {units}개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/engine/views.py"></location>
            <source>{units} units of {channels} weights</source>
            <translation>유닛 {units}개, 가중치 {channels}개씩</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/charts.py"></location>
            <source>The index {path} holds no pictures.</source>
            <translation>색인 {path}에는 이미지가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/charts.py"></location>
            <source>Pictures, at most</source>
            <translation>이미지 수, 최대</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/entries.py"></location>
            <source>The index {path} holds nothing yet.</source>
            <translation>색인 {path}에는 아직 아무것도 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/entries.py"></location>
            <source>The index {path} is of another network ({titles}). Index the pictures with this one too.</source>
            <translation>색인 {path}은(는) 다른 네트워크({titles})의 것입니다. 이 네트워크로도 색인을 만드세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/finding.py"></location>
            <source>{path} is no folder, no zip file and no text list (.txt) of pictures.</source>
            <translation>{path}은(는) 폴더도, zip 파일도, 이미지 목록(.txt)도 아닙니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/finding.py"></location>
            <source>There is no {path}.</source>
            <translation>{path}이(가) 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/finding.py"></location>
            <source>There are no pictures in {path}. Choose another folder.</source>
            <translation>{path}에 이미지가 없습니다. 다른 폴더를 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/finding.py"></location>
            <source>There are no pictures in {path}. Choose another zip file.</source>
            <translation>{path}에 이미지가 없습니다. 다른 zip 파일을 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/finding.py"></location>
            <source>There is no {path} in {archive} any more.</source>
            <translation>{archive} 안에 {path}이(가) 더 이상 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/finding.py"></location>
            <source>{path} names no picture; give one a line.</source>
            <translation>{path}에 적힌 이미지가 없습니다. 한 줄에 하나씩 적으세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/finding.py"></location>
            <source>There is no file {path} any more.</source>
            <translation>파일 {path}이(가) 더 이상 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/finding.py"></location>
            <source>{path} cannot be read: {why}.</source>
            <translation>{path}을(를) 읽을 수 없습니다: {why}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/finding.py"></location>
            <source>The folder {path} cannot be read: {why}.</source>
            <translation>폴더 {path}을(를) 읽을 수 없습니다: {why}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/finding.py"></location>
            <source>There is no {path} any more.</source>
            <translation>{path}이(가) 더 이상 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/finding.py"></location>
            <source>The zip file {path} cannot be read: {why}.</source>
            <translation>zip 파일 {path}을(를) 읽을 수 없습니다: {why}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/finding.py"></location>
            <source>The list {path} cannot be read: {why}.</source>
            <translation>목록 {path}을(를) 읽을 수 없습니다: {why}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/finding.py"></location>
            <source>{path} in {archive} cannot be read: {why}.</source>
            <translation>{archive} 안의 {path}을(를) 읽을 수 없습니다: {why}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/lattice.py"></location>
            <source>A grid has 1 to {most} cells, not {columns} x {rows}.</source>
            <translation>격자의 칸은 1에서 {most}개까지이며, {columns} x {rows}는 벗어납니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/mistakes.py"></location>
            <source>No picture of this index has a label that the network knows.</source>
            <translation>이 색인에는 네트워크가 아는 레이블의 이미지가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/opening.py"></location>
            <source>The index {path} is damaged. Make it anew with --rebuild.</source>
            <translation>색인 {path}이(가) 손상되었습니다. --rebuild로 새로 만드세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/opening.py"></location>
            <source>There is no index in {path}. Make one with: deepvis index FOLDER --out {path}</source>
            <translation>{path}에 색인이 없습니다. 이렇게 만드세요: deepvis index FOLDER --out {path}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/opening.py"></location>
            <source>{path} is no index of DeepVis. Choose another place.</source>
            <translation>{path}은(는) DeepVis의 색인이 아닙니다. 다른 곳을 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/opening.py"></location>
            <source>The index {path} was made by {which} version of DeepVis. Make it anew with --rebuild.</source>
            <translation>색인 {path}은(는) {which} 버전의 DeepVis가 만들었습니다. --rebuild로 새로 만드세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/opening.py"></location>
            <source>The index {path} cannot be opened: {why}.</source>
            <translation>색인 {path}을(를) 열 수 없습니다: {why}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/opening.py"></location>
            <source>The index {path} is being written by another DeepVis. Wait for it.</source>
            <translation>다른 DeepVis가 색인 {path}에 쓰고 있습니다. 끝나기를 기다리세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/planning.py"></location>
            <source>An index keeps 1 to {most} patches of a unit, not {top}.</source>
            <translation>색인은 유닛마다 패치를 1에서 {most}개까지 보관하며, {top}은 벗어납니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/planning.py"></location>
            <source>{title} has no layer that can be indexed.</source>
            <translation>{title}에는 색인할 수 있는 층이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/planning.py"></location>
            <source>Layer {layer} has no units that can be indexed.</source>
            <translation>층 {layer}에는 색인할 수 있는 유닛이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/projection.py"></location>
            <source>t-SNE needs at least {least} pictures; here are {count}. Index more, or choose PCA.</source>
            <translation>t-SNE에는 이미지가 {least}개 이상 필요한데 {count}개뿐입니다. 더 색인하거나 PCA를 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/projection.py"></location>
            <source>Perplexity: about how many neighbours count</source>
            <translation>퍼플렉서티: 이웃을 대략 몇 개로 볼지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/projection.py"></location>
            <source>Steps</source>
            <translation>단계 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/projection.py"></location>
            <source>Begin with</source>
            <translation>시작 위치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/projection.py"></location>
            <source>Distance of codes</source>
            <translation>코드 사이의 거리</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/ray_engine.py"></location>
            <source>--engine ray needs Ray: install it with pip install 'deepvis[ray]'.</source>
            <translation>--engine ray에는 Ray가 필요합니다: pip install 'deepvis[ray]'로 설치하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/ray_engine.py"></location>
            <source>The Ray cluster failed: {why}</source>
            <translation>Ray 클러스터에서 문제가 생겼습니다: {why}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/reading.py"></location>
            <source>The index {path} does not hold layer {name}. There are: {names}.</source>
            <translation>색인 {path}에는 층 {name}이(가) 없습니다. 있는 것: {names}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/reading.py"></location>
            <source>The index {path} keeps no lowest patches. Make it with --lowest.</source>
            <translation>색인 {path}에는 가장 낮은 패치가 없습니다. --lowest로 만드세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/reading.py"></location>
            <source>The index {path} holds no codes of {name}. There are: {names}.</source>
            <translation>색인 {path}에는 {name}의 코드가 없습니다. 있는 것: {names}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/reading.py"></location>
            <source>The index {path} has no picture {id}.</source>
            <translation>색인 {path}에는 이미지 {id}이(가) 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/store.py"></location>
            <source>The index {path} is of the pictures in {root}. Choose another place, or make it anew with --rebuild.</source>
            <translation>색인 {path}은(는) {root}의 이미지에 대한 것입니다. 다른 곳을 고르거나 --rebuild로 새로 만드세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/store.py"></location>
            <source>{path} is a file; an index is a folder. Choose another place.</source>
            <translation>{path}은(는) 파일이지만 색인은 폴더입니다. 다른 곳을 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/store.py"></location>
            <source>The index {path} cannot be written: {why}. What was indexed is kept: make room, or choose another place, and start again.</source>
            <translation>색인 {path}에 쓸 수 없습니다: {why}. 이미 색인한 것은 남아 있습니다. 공간을 비우거나 다른 곳을 골라 다시 시작하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/index/store.py"></location>
            <source>The index {path} is being written by another DeepVis.</source>
            <translation>다른 DeepVis가 색인 {path}에 쓰고 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/__init__.py"></location>
            <source>There is no method {name}. There are: {names}.</source>
            <translation>{name}이라는 방법은 없습니다. 있는 것: {names}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/ablation.py"></location>
            <source>Units are silenced for a class: name no unit.</source>
            <translation>유닛을 끄는 것은 클래스에 대한 것입니다: 유닛을 지정하지 마세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/adversarial.py"></location>
            <source>{label} was not reached: the network gives it {percent} %. Allow more change or more steps.</source>
            <translation>{label}에 이르지 못했습니다: 네트워크의 답은 {percent} %입니다. 변화나 단계를 더 허용하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/adversarial.py"></location>
            <source>The gradient was no longer a number; this is the last good picture.</source>
            <translation>기울기가 더 이상 수가 아니어서, 마지막으로 온전한 이미지를 보입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/answer.py"></location>
            <source>{method} needs another picture; name one.</source>
            <translation>{method}에는 다른 이미지가 하나 필요합니다. 지정하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/answer.py"></location>
            <source>{method} takes {most} other pictures, not {count}.</source>
            <translation>{method}은(는) 다른 이미지를 {most}개까지 받으며, {count}개는 많습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/backward.py"></location>
            <source>A backward picture of layer {layer} needs one of its units; name one.</source>
            <translation>층 {layer}의 역전파 이미지에는 그 층의 유닛이 필요합니다. 지정하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/backward.py"></location>
            <source>Unit {unit} needs a layer; name one.</source>
            <translation>유닛 {unit}에는 층이 필요합니다. 지정하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/backward.py"></location>
            <source>{title} gives no class scores; choose a layer and a unit.</source>
            <translation>{title}은(는) 클래스 점수를 내지 않습니다. 층과 유닛을 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/boxes.py"></location>
            <source>The box file {path} cannot be read: {why}.</source>
            <translation>상자 파일 {path}을(를) 읽을 수 없습니다: {why}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/boxes.py"></location>
            <source>Line {number} of the box file {path} is no x y width height or name x0 y0 x1 y1: {line}</source>
            <translation>상자 파일 {path}의 {number}번째 줄은 x y width height도, name x0 y0 x1 y1도 아닙니다: {line}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/cam.py"></location>
            <source>{title} does not end in pooling by means and one linear layer, which CAM needs; use grad_cam, its like for any network.</source>
            <translation>{title}은(는) CAM에 필요한 평균 풀링과 선형 층 하나로 끝나지 않습니다. 모든 네트워크에 쓸 수 있는 grad_cam을 쓰세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/cam.py"></location>
            <source>Class activation maps explain a class score, not a unit; leave the unit out.</source>
            <translation>클래스 활성화 맵은 유닛이 아니라 클래스 점수를 설명합니다. 유닛을 빼세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/cam.py"></location>
            <source>{title} gives no class scores, so that there is no class to map.</source>
            <translation>{title}은(는) 클래스 점수를 내지 않으므로 그려 볼 클래스가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/checking.py"></location>
            <source>Methods</source>
            <translation>방법</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/choices.py"></location>
            <source>This method shows a layer; name one.</source>
            <translation>이 방법은 층을 보여 줍니다. 층을 지정하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/choices.py"></location>
            <source>The output of layer {layer} ({kind}) is no map or vector and cannot be drawn; choose another.</source>
            <translation>층 {layer} ({kind})의 출력은 맵도 벡터도 아니어서 그릴 수 없습니다. 다른 층을 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/dream.py"></location>
            <source>{title} has no layer with maps at this input size; choose another network or a larger input.</source>
            <translation>{title}에는 이 입력 크기에서 맵을 내는 층이 없습니다. 다른 네트워크나 더 큰 입력을 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/explain.py"></location>
            <source>Side of a picture</source>
            <translation>이미지 한 변</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/explain.py"></location>
            <source>Steps of deletion</source>
            <translation>삭제 단계 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/explain.py"></location>
            <source>There is not enough memory for {method}.</source>
            <translation>{method}에 쓸 메모리가 부족합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/faithfulness.py"></location>
            <source>The map is {width} x {height} pixels large, the picture is not; make the map anew.</source>
            <translation>맵의 크기는 {width} x {height} 픽셀인데 이미지는 다릅니다. 맵을 다시 만드세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/filters.py"></location>
            <source>Layer {layer} ({kind}) has no weights of its own; choose a convolution or linear layer.</source>
            <translation>층 {layer} ({kind})에는 가중치가 없습니다. 합성곱이나 선형 층을 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>Attack</source>
            <translation>공격</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>Small steps within the bound (PGD), one of its length (FGSM), or uphill without bound.</source>
            <translation>한계 안에서 작은 단계로(PGD), 한계만큼 한 단계로(FGSM), 또는 한계 없이 오르막으로.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>Change at most</source>
            <translation>최대 변화</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>What no pixel, or the mean over all of them, may exceed. Uphill knows no bounds.</source>
            <translation>어느 픽셀도, 또는 전체 평균이 넘지 못하는 값. 오르막에는 한계가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>Bounded is</source>
            <translation>한계를 두는 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>The largest change (L∞), or the root mean square over all pixels (L2).</source>
            <translation>가장 큰 변화(L∞) 또는 모든 픽셀의 제곱평균제곱근(L2).</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>Less where it is smooth</source>
            <translation>매끄러운 곳은 덜 바꾸기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>Of a bound on each pixel: where its surroundings are even, only a part of it.</source>
            <translation>픽셀마다의 한계에서: 주변이 고른 곳에서는 그 일부만 씁니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>Search for the smallest change</source>
            <translation>가장 작은 변화 찾기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>The bound is halved in search of the least change after which the class wins.</source>
            <translation>클래스가 이기는 가장 작은 변화를 찾아 한계를 절반씩 줄입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>Enough when the class has</source>
            <translation>클래스가 이만큼이면 충분</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>Steps at most</source>
            <translation>최대 단계 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>Starts from</source>
            <translation>시작</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>Changes</source>
            <translation>바꾸는 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>The whole picture, or one as large as the network looks at it.</source>
            <translation>이미지 전체, 또는 네트워크가 보는 크기의 이미지.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>small steps</source>
            <translation>작은 단계들</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>one step</source>
            <translation>한 단계</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>uphill</source>
            <translation>오르막</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>each pixel</source>
            <translation>각 픽셀</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>the mean</source>
            <translation>평균</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>picture</source>
            <translation>이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>noise</source>
            <translation>잡음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/fooling_params.py"></location>
            <source>what is seen</source>
            <translation>네트워크가 보는 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/heat.py"></location>
            <source>{method} makes no map of the picture; choose another.</source>
            <translation>{method}은(는) 이미지의 맵을 만들지 않습니다. 다른 방법을 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/invert.py"></location>
            <source>A whole layer is inverted, not unit {unit}: leave the unit out.</source>
            <translation>층 전체를 되살리는 것이지 유닛 {unit}이 아닙니다: 유닛을 빼세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/map_layer.py"></location>
            <source>{layer} has the last maps before the network pools over the whole picture, {height} × {width}: the nearest to the classes that still knows places.</source>
            <translation>{layer}에는 네트워크가 이미지 전체를 풀링하기 전의 마지막 맵이 있습니다({height} × {width}). 위치를 아는 층 가운데 클래스에 가장 가깝습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/map_layer.py"></location>
            <source>Layer {layer} ({kind}) answers one number a unit, so that there is nothing to map; choose one with maps, such as {other}.</source>
            <translation>층 {layer} ({kind})은(는) 유닛마다 수 하나를 답하므로 맵으로 그릴 수 없습니다. {other}처럼 맵을 내는 층을 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/map_layer.py"></location>
            <source>{layer} goes into the last attention: after it, only the class token still counts.</source>
            <translation>{layer}은(는) 마지막 어텐션으로 들어갑니다. 그 뒤에는 클래스 토큰만 의미가 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/maximise.py"></location>
            <source>Unit {unit} of {layer} answered {value} to all that was tried.</source>
            <translation>{layer}의 유닛 {unit}은(는) 시도한 모든 것에 {value}(으)로 답했습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/maximise.py"></location>
            <source>Unit {unit} of {layer} seems to be dead: it answered 0 to all that was tried. Another seed, or the present picture to begin with, may wake it.</source>
            <translation>{layer}의 유닛 {unit}은(는) 죽은 것으로 보입니다. 시도한 모든 것에 0으로 답했습니다. 다른 시드나 현재 이미지로 시작하면 깨어날 수도 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/neural_style.py"></location>
            <source>With a mask give one or two styles and then the mask, not {count} pictures.</source>
            <translation>마스크가 있으면 스타일 하나나 둘, 그리고 마스크를 주세요. 이미지 {count}개는 맞지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/neural_style.py"></location>
            <source>The mask is dark everywhere; paint white where the style shall go.</source>
            <translation>마스크가 모두 어둡습니다. 스타일을 입힐 곳을 희게 칠하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/neural_style.py"></location>
            <source>There are {count} styles: give as many shares of 0 or more, not all 0, instead of {words}.</source>
            <translation>스타일이 {count}개입니다: {words} 대신 0 이상인 비율을 같은 수만큼, 모두 0은 아니게 적으세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/neural_style.py"></location>
            <source>Shares are numbers such as 2, 1; {words} are none.</source>
            <translation>비율은 2, 1 같은 수입니다. {words}은(는) 아닙니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/occlusion.py"></location>
            <source>A square of {side} pixels does not fit on a picture of {width} x {height}; give 1 to {most}.</source>
            <translation>{side}픽셀짜리 정사각형은 {width} x {height} 이미지에 맞지 않습니다. 1에서 {most}까지 적으세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/occlusion.py"></location>
            <source>Squares of {side} pixels cannot follow one another every {stride} pixels; give 1 to {side}, which leaves no gaps.</source>
            <translation>{side}픽셀짜리 정사각형을 {stride}픽셀마다 놓을 수 없습니다. 빈틈이 없도록 1에서 {side}까지 적으세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/painted.py"></location>
            <source>Not all shares of styles can be 0.</source>
            <translation>화풍의 비율이 모두 0일 수는 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/painted.py"></location>
            <source>The share of {name} is a number from 0 on, not {value}.</source>
            <translation>{name}의 비율은 0 이상인 수이며, {value}은(는) 아닙니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/painted_params.py"></location>
            <source>Styles</source>
            <translation>화풍</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/painted_params.py"></location>
            <source>Names with shares, such as starry_night=2, udnie=1. Empty: the first style.</source>
            <translation>비율을 붙인 이름, 예: starry_night=2, udnie=1. 비우면 첫 화풍입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/painted_params.py"></location>
            <source>Strength</source>
            <translation>세기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/painted_params.py"></location>
            <source>0 is the picture, 100 the painting.</source>
            <translation>0은 이미지, 100은 칠한 그림입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/painted_params.py"></location>
            <source>Size of the strokes</source>
            <translation>붓질의 크기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/painted_params.py"></location>
            <source>Of the style's own.</source>
            <translation>화풍 자체의 크기에 대한 비율.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/painted_params.py"></location>
            <source>Colours</source>
            <translation>색</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/painted_params.py"></location>
            <source>File of styles</source>
            <translation>화풍 파일</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/painted_params.py"></location>
            <source>As `deepvis train style` makes it. Empty: the styles that ship with DeepVis.</source>
            <translation>`deepvis train style`로 만듭니다. 비우면 DeepVis에 든 화풍입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/painted_params.py"></location>
            <source>the style's</source>
            <translation>화풍의 색</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/painted_params.py"></location>
            <source>the picture's</source>
            <translation>이미지의 색</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Saliency</source>
            <translation>돌출도</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>SmoothGrad</source>
            <translation>SmoothGrad</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Integrated gradients</source>
            <translation>적분 기울기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Guided backprop</source>
            <translation>가이드 역전파</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Grad-CAM</source>
            <translation>Grad-CAM</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Grad-CAM++</source>
            <translation>Grad-CAM++</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>LayerCAM</source>
            <translation>LayerCAM</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Score-CAM</source>
            <translation>Score-CAM</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Occlusion</source>
            <translation>가리기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Show</source>
            <translation>보기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Sizes</source>
            <translation>크기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Signs</source>
            <translation>부호</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Times the input</source>
            <translation>입력을 곱함</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Black</source>
            <translation>검정</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Data set mean</source>
            <translation>데이터 평균</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Zero</source>
            <translation>영</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>The picture blurred</source>
            <translation>흐린 이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Gradient dropped at each rectifier</source>
            <translation>정류기마다 버리는 기울기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Noisy pictures</source>
            <translation>잡음 이미지 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Noise, of the picture's range</source>
            <translation>잡음, 이미지 범위에 대한 비율</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Steps on the way</source>
            <translation>길 위의 단계 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Steps, where more are needed, at most</source>
            <translation>더 필요할 때 최대 단계 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Where the steps lie</source>
            <translation>단계가 놓이는 곳</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>The way begins at</source>
            <translation>길의 시작</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Seeded by the map of</source>
            <translation>씨앗이 되는 맵</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Object above this share of pixels</source>
            <translation>이 비율의 픽셀 위는 물체</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Background below this share of pixels</source>
            <translation>이 비율의 픽셀 아래는 배경</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Rounds of GrabCut</source>
            <translation>GrabCut 반복 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Box above this share of the maximum</source>
            <translation>최댓값의 이 비율 위를 상자로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Smallest box, of the picture's area</source>
            <translation>가장 작은 상자, 이미지 넓이에 대한 비율</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Side of the square</source>
            <translation>정사각형 한 변</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>a fifth of the picture</source>
            <translation>이미지의 5분의 1</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>From one square to the next</source>
            <translation>정사각형 사이의 간격</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>a quarter of the square</source>
            <translation>정사각형의 4분의 1</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Covered with</source>
            <translation>가리는 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Steps of a curve</source>
            <translation>곡선의 단계 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Deleted pixels become</source>
            <translation>삭제한 픽셀을 바꾸는 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Pixels are inserted into</source>
            <translation>픽셀을 넣는 바탕</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Points of the curve, at most</source>
            <translation>곡선의 점, 최대</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Mid-points</source>
            <translation>중점</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Gauss-Legendre</source>
            <translation>가우스-르장드르</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>Grey</source>
            <translation>회색</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/params.py"></location>
            <source>What is around</source>
            <translation>주변 값</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/ranking.py"></location>
            <source>Units listed</source>
            <translation>목록의 유닛 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rollout.py"></location>
            <source>{title} has no attention over the whole picture to follow: attention rollout is for vision transformers such as torchvision:vit_b_16; use grad_cam here.</source>
            <translation>{title}에는 따라갈 이미지 전체의 어텐션이 없습니다: 어텐션 롤아웃은 torchvision:vit_b_16 같은 비전 트랜스포머용입니다. 여기서는 grad_cam을 쓰세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>How strongly the target depends on each pixel: the largest gradient of its three channels.</source>
            <translation>목표가 각 픽셀에 얼마나 강하게 달려 있는지: 세 채널 가운데 가장 큰 기울기.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>Saliency of many noisy copies of the picture, averaged.</source>
            <translation>잡음을 더한 여러 사본의 돌출도를 평균한 것.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>How much each pixel adds to the target on the way from an empty picture to this one.</source>
            <translation>빈 이미지에서 이 이미지로 오는 길에 각 픽셀이 목표에 얼마나 보태는지.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>Segmentation</source>
            <translation>분할</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>The object cut out of the picture, where a map says that it is.</source>
            <translation>맵이 가리키는 곳에서 오려 낸 물체.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>CAM</source>
            <translation>CAM</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>The map whose mean is the class score: where a network ends in pooling and one linear layer.</source>
            <translation>평균이 클래스 점수가 되는 맵: 풀링과 선형 층 하나로 끝나는 네트워크에서.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>Where a layer's maps speak for the class, each weighed by its mean gradient.</source>
            <translation>층의 맵이 클래스를 지지하는 곳. 각 맵에 평균 기울기를 곱합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>Grad-CAM that gives each of several instances its due.</source>
            <translation>여러 개가 있을 때 저마다 제 몫을 주는 Grad-CAM.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>A layer's maps, each place weighed by what speaks for the class there; sharp in early layers.</source>
            <translation>층의 맵에서 위치마다 클래스를 지지하는 만큼 곱한 것. 앞쪽 층에서 또렷합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>HiResCAM</source>
            <translation>HiResCAM</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>A layer's maps times their gradients: at each place what speaks for the class, or against.</source>
            <translation>층의 맵에 그 기울기를 곱한 것: 위치마다 클래스에 찬성하거나 반대하는 것.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>A layer's maps, weighed by the class's score for the picture seen through each.</source>
            <translation>층의 맵에, 그 맵을 통해 본 이미지의 클래스 점수를 곱한 것.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>Guided Grad-CAM</source>
            <translation>가이드 Grad-CAM</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>Guided backprop where Grad-CAM is hot.</source>
            <translation>Grad-CAM이 뜨거운 곳의 가이드 역전파.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>Attention rollout</source>
            <translation>어텐션 롤아웃</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>Where a vision transformer has looked, through all its layers; the same for every class.</source>
            <translation>비전 트랜스포머가 모든 층을 거치며 본 곳. 모든 클래스에 같습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>Scouter: why</source>
            <translation>Scouter: 왜</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>What speaks for the class to slots that were trained to find it, one for each class.</source>
            <translation>클래스마다 하나씩, 지지하는 것을 찾도록 배운 슬롯이 본 것.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>Scouter: why not</source>
            <translation>Scouter: 왜 아닌가</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>What speaks against the class to slots that were trained to rule it out, one for each class.</source>
            <translation>클래스마다 하나씩, 반대되는 것을 찾도록 배운 슬롯이 본 것.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>How much the target falls where a square covers the picture.</source>
            <translation>정사각형으로 가린 곳마다 목표가 얼마나 떨어지는지.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>Classes under occlusion</source>
            <translation>가렸을 때의 클래스</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/explaining.py"></location>
            <source>Which class is the most likely where a square covers the picture.</source>
            <translation>정사각형으로 가린 곳마다 가장 그럴듯한 클래스.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/synthesis.py"></location>
            <source>Activation maximisation</source>
            <translation>활성화 최대화</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/synthesis.py"></location>
            <source>The picture that a class or a unit answers most to.</source>
            <translation>클래스나 유닛이 가장 크게 답하는 이미지.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/synthesis.py"></location>
            <source>Facets</source>
            <translation>여러 얼굴</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/synthesis.py"></location>
            <source>The different things that a class stands for, out of pictures of it: a picture of each.</source>
            <translation>한 클래스가 뜻하는 여러 가지를, 그 이미지들에서 얻어 하나씩 그린 것.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/synthesis.py"></location>
            <source>DeepDream</source>
            <translation>DeepDream</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/synthesis.py"></location>
            <source>The picture, changed so that a layer or a unit sees more of what it knows.</source>
            <translation>층이나 유닛이 아는 것을 더 보도록 바꾼 이미지.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/synthesis.py"></location>
            <source>Fooling</source>
            <translation>속이기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/synthesis.py"></location>
            <source>The picture, changed by little until the network sees another class in it.</source>
            <translation>네트워크가 다른 클래스로 볼 때까지 조금만 바꾼 이미지.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/synthesis.py"></location>
            <source>Texture out of its pixels</source>
            <translation>픽셀로 만든 텍스처</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/synthesis.py"></location>
            <source>More of the picture's texture, pixel by pixel: each as in the sample where all around is alike.</source>
            <translation>이미지의 텍스처를 픽셀 하나씩 이어 만듭니다: 저마다 표본에서 주변이 닮은 곳의 픽셀입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/synthesis.py"></location>
            <source>Texture out of units</source>
            <translation>유닛으로 만든 텍스처</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/synthesis.py"></location>
            <source>More of the picture's texture, of which only how units answer together is kept.</source>
            <translation>유닛들이 함께 답하는 방식만 남기고 이미지의 텍스처를 더 만듭니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/synthesis.py"></location>
            <source>Neural style</source>
            <translation>신경망 화풍</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/synthesis.py"></location>
            <source>The picture, painted in the style of one or several others.</source>
            <translation>다른 이미지의 화풍으로 그린 이미지.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/synthesis.py"></location>
            <source>Style</source>
            <translation>화풍</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/synthesis.py"></location>
            <source>The picture or video, painted at once in styles that were learnt before.</source>
            <translation>미리 배운 화풍으로 한 번에 칠한 이미지나 동영상.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/synthesis.py"></location>
            <source>Feature inversion</source>
            <translation>특징 되살리기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/synthesis.py"></location>
            <source>What a layer still knows of the picture; without a layer, a row from shallow to deep.</source>
            <translation>층이 이미지에 대해 아직 아는 것. 층이 없으면 얕은 곳부터 깊은 곳까지 한 줄로.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/units.py"></location>
            <source>Activations</source>
            <translation>활성화</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/units.py"></location>
            <source>What each unit of a layer answers, where.</source>
            <translation>층의 유닛마다 어디서 무엇을 답하는지.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/units.py"></location>
            <source>Filters</source>
            <translation>필터</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/units.py"></location>
            <source>The weights that each unit multiplies its input by.</source>
            <translation>유닛마다 입력에 곱하는 가중치.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/units.py"></location>
            <source>Gradient</source>
            <translation>기울기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/units.py"></location>
            <source>How the target changes with each pixel.</source>
            <translation>픽셀마다 목표가 어떻게 바뀌는지.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/units.py"></location>
            <source>Deconvnet</source>
            <translation>디컨브넷</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/units.py"></location>
            <source>The gradient, with each rectifier passing what is positive on the way back.</source>
            <translation>정류기마다, 돌아오는 값이 양수인 것만 지나가게 한 기울기.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/units.py"></location>
            <source>The gradient, with each rectifier passing what is positive both ways.</source>
            <translation>정류기마다, 양방향 모두 양수인 것만 지나가게 한 기울기.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/units.py"></location>
            <source>Rectified gradient</source>
            <translation>정류 기울기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/units.py"></location>
            <source>The gradient, with each rectifier passing only where activation times gradient is large.</source>
            <translation>정류기마다, 활성화와 기울기의 곱이 큰 곳만 지나가게 한 기울기.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/units.py"></location>
            <source>Units that matter</source>
            <translation>중요한 유닛</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/rows/units.py"></location>
            <source>How much the class falls when a unit of the layer is silenced.</source>
            <translation>층의 유닛을 끄면 클래스가 얼마나 떨어지는지.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/sanity.py"></location>
            <source>{method} reads the weights that it was trained on and no others, and so cannot be asked of a network that forgets; choose another.</source>
            <translation>{method}은(는) 함께 학습된 가중치만 읽으므로, 잊어 가는 네트워크에는 물을 수 없습니다. 다른 방법을 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/scouter.py"></location>
            <source>A scouter explains a class, not a unit; leave the unit out.</source>
            <translation>Scouter는 유닛이 아니라 클래스를 설명합니다. 유닛을 빼세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/scouter_params.py"></location>
            <source>Full colour is the same for all classes</source>
            <translation>가장 진한 색을 모든 클래스에 같게</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/scouter_params.py"></location>
            <source>Slots from the file</source>
            <translation>슬롯 파일</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/scouter_params.py"></location>
            <source>those of the embedded network</source>
            <translation>내장 네트워크의 슬롯</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/scouter_params.py"></location>
            <source>Attention</source>
            <translation>주의</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/scouter_params.py"></location>
            <source>Contribution</source>
            <translation>기여</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/segmentation.py"></location>
            <source>The picture is of one colour, so that nothing can be cut out of it. Choose another.</source>
            <translation>이미지가 한 가지 색이어서 오려 낼 것이 없습니다. 다른 이미지를 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/segmentation.py"></location>
            <source>The map is almost the same everywhere and does not tell where the object is. Choose another class or method.</source>
            <translation>맵이 어디나 거의 같아 물체가 어디 있는지 알 수 없습니다. 다른 클래스나 방법을 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/sheet.py"></location>
            <source>There is no rule {name}. There are: {names}.</source>
            <translation>{name}이라는 규칙은 없습니다. 있는 것: {names}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/sheet.py"></location>
            <source>Rule</source>
            <translation>규칙</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/sheet.py"></location>
            <source>Contrast</source>
            <translation>대비</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Judged by</source>
            <translation>판단하는 네트워크</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>The network whose layers say what is alike: the one that is loaded, the embedded one, or VGG-19, which Gatys takes, once it is downloaded.</source>
            <translation>무엇이 닮았는지 그 층으로 판단하는 네트워크: 지금 불러온 것, 내장 네트워크, 또는 Gatys가 쓴 VGG-19(내려받은 뒤).</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>this network</source>
            <translation>이 네트워크</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>the embedded one</source>
            <translation>내장 네트워크</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>VGG-19</source>
            <translation>VGG-19</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Longer side</source>
            <translation>긴 변</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>the picture's, at most 384</source>
            <translation>이미지의 크기, 최대 384</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Weight of the style</source>
            <translation>화풍의 비중</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Against a weight of 1 for the content, both relative to what there is to match.</source>
            <translation>내용의 비중 1에 대하여. 둘 다 맞출 것의 크기에 상대적입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Smoothness</source>
            <translation>매끄러움</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Weight of the differences between neighbouring pixels.</source>
            <translation>이웃한 픽셀 사이의 차이에 두는 비중.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Size of the style</source>
            <translation>화풍의 크기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Its longer side, of the picture's: smaller makes finer strokes.</source>
            <translation>이미지의 긴 변에 대한 긴 변의 비율: 작을수록 붓질이 가늘어집니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Shares of several styles</source>
            <translation>여러 화풍의 비율</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Numbers, such as 2, 1: the first style counts twice. Empty: all the same.</source>
            <translation>2, 1 같은 수: 첫 화풍을 두 배로 칩니다. 비우면 모두 같습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Layers of style</source>
            <translation>화풍을 보는 층 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>From fine to coarse, as many as the network has.</source>
            <translation>고운 것부터 거친 것까지, 네트워크에 있는 만큼.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Begins with</source>
            <translation>시작</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>The last picture is a mask</source>
            <translation>마지막 이미지는 마스크</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>White takes the first style; black the second, or stays as it is.</source>
            <translation>흰 곳은 첫 화풍, 검은 곳은 둘째 화풍을 받거나 그대로 둡니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Weight of a dream</source>
            <translation>꿈의 비중</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Raises what the deepest of these layers answers, while the style is painted.</source>
            <translation>화풍을 칠하는 동안 이 층들 가운데 가장 깊은 층의 답을 키웁니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Optimiser</source>
            <translation>최적화 방법</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Two in three of them at half the size, which costs a quarter.</source>
            <translation>셋 중 둘은 절반 크기에서 하며, 비용은 4분의 1입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Side of the texture</source>
            <translation>텍스처 한 변</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Longer side of the sample</source>
            <translation>표본의 긴 변</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>the picture's, at most 128</source>
            <translation>이미지의 크기, 최대 128</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>The picture is brought to this size first.</source>
            <translation>이미지를 먼저 이 크기로 맞춥니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Side of a neighbourhood</source>
            <translation>이웃 영역 한 변</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Larger keeps larger patterns whole.</source>
            <translation>크면 큰 무늬가 온전히 남습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Levels, coarse to fine</source>
            <translation>거친 것부터 고운 것까지의 단계</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Copy on beside neighbours</source>
            <translation>이웃 곁으로 이어 베끼기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>How much worse such a match may be than the best one.</source>
            <translation>그런 짝이 가장 좋은 것보다 얼마나 나빠도 되는지.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Chance</source>
            <translation>우연</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>How much worse than the best one a match may be that is drawn instead.</source>
            <translation>대신 뽑는 짝이 가장 좋은 것보다 얼마나 나빠도 되는지.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Layers that count</source>
            <translation>쓰는 층 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>From fine to coarse, as many as the network has: more keep larger patterns.</source>
            <translation>고운 것부터 거친 것까지, 네트워크에 있는 만큼: 많을수록 큰 무늬가 온전히 남습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>L-BFGS</source>
            <translation>L-BFGS</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/style_params.py"></location>
            <source>Adam</source>
            <translation>Adam</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis/attack.py"></location>
            <source>The scores do not depend on this picture, so that nothing leads to another class.</source>
            <translation>점수가 이 이미지에 달려 있지 않아 다른 클래스로 이끌 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis/dreaming.py"></location>
            <source>The first step is no finite number; choose another layer, unit or picture.</source>
            <translation>첫 단계가 유한한 수가 아닙니다. 다른 층, 유닛이나 이미지를 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis/fooling.py"></location>
            <source>The network sees {label} in this picture already; choose another class to fool it with.</source>
            <translation>네트워크는 이 이미지에서 이미 {label}을(를) 봅니다. 속일 다른 클래스를 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis/judge.py"></location>
            <source>{title} is not on this computer; download it ({megabytes:.0f} MB) among the networks, or with: deepvis models download {name}.</source>
            <translation>이 컴퓨터에는 {title} 가중치가 없습니다. 네트워크 목록에서 내려받거나({megabytes:.0f}MB) 다음 명령을 쓰세요: deepvis models download {name}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis/looking.py"></location>
            <source>{title} cannot run on pictures of {width} x {height} pixels, unlike {w} x {h}: {why}.</source>
            <translation>{title}은(는) {w} x {h}와 달리 {width} x {height} 픽셀 이미지에서 돌지 않습니다: {why}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis/loop.py"></location>
            <source>The computation left the range of numbers at step {step}; this is the picture before.</source>
            <translation>{step}단계에서 계산이 수의 범위를 벗어났습니다. 그 직전의 이미지입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis/loop.py"></location>
            <source>What is to be raised does not depend on the picture; choose another layer.</source>
            <translation>키우려는 것이 이미지에 달려 있지 않습니다. 다른 층을 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis/objectives.py"></location>
            <source>Layer {layer} has many units; name the one to make a picture of.</source>
            <translation>층 {layer}에는 유닛이 많습니다. 이미지를 만들 유닛을 지정하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis/objectives.py"></location>
            <source>Name a class, or a layer and a unit, to make a picture of.</source>
            <translation>이미지를 만들 클래스, 또는 층과 유닛을 지정하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis/objectives.py"></location>
            <source>{word} is no unit with its weight; write, for instance, 3:0.5 17:-1.</source>
            <translation>{word}은(는) 유닛과 그 비중이 아닙니다. 예를 들어 3:0.5 17:-1처럼 적으세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis/sizes.py"></location>
            <source>A picture of {width} x {height} pixels is too small here; both sides need {least} or more.</source>
            <translation>{width} x {height} 픽셀은 여기서 너무 작습니다. 두 변 모두 {least} 이상이어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis/stages.py"></location>
            <source>Picture {number} is of one colour: there is no style in it to take over. Choose another.</source>
            <translation>이미지 {number}은(는) 한 가지 색입니다: 가져올 화풍이 없습니다. 다른 이미지를 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis/style_loss.py"></location>
            <source>{title} has no layer with maps, so it cannot tell style from content; choose another network.</source>
            <translation>{title}에는 맵을 내는 층이 없어 화풍과 내용을 가를 수 없습니다. 다른 네트워크를 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>The network computes in</source>
            <translation>네트워크의 계산 정밀도</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Yosinski {number}</source>
            <translation>요신스키 {number}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>the way's own</source>
            <translation>방식에 맡김</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Way</source>
            <translation>방식</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Of a unit's map, raise</source>
            <translation>유닛의 맵에서 키울 곳</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>And with it (unit:weight ...)</source>
            <translation>함께 키울 것 (유닛:비중 …)</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Side of the picture</source>
            <translation>이미지 한 변</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>the network's input</source>
            <translation>네트워크 입력의 크기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Pictures</source>
            <translation>이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>How much several should differ</source>
            <translation>여러 이미지가 서로 달라야 하는 정도</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Step size</source>
            <translation>단계 크기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>what suits the way</source>
            <translation>방식에 맞는 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Moved by, of the side</source>
            <translation>옮기는 정도, 한 변에 대한 비율</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Enlarged or shrunk by</source>
            <translation>키우거나 줄이는 정도</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Turned by</source>
            <translation>돌리는 정도</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Steps at each size</source>
            <translation>크기마다의 단계 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>From one size to the next, times</source>
            <translation>다음 크기로 갈 때의 배율</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Step, of the range</source>
            <translation>단계, 범위에 대한 비율</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Moved by, of the network's input</source>
            <translation>옮기는 정도, 네트워크 입력에 대한 비율</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>the picture's own, at most 640</source>
            <translation>이미지의 크기, 최대 640</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Frames, zooming in</source>
            <translation>확대해 가는 프레임 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>More than one make a film of 20 frames a second; it can be saved at the end.</source>
            <translation>둘 이상이면 초당 20장의 영상이 되며, 끝난 뒤 저장할 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Zoom from frame to frame</source>
            <translation>프레임마다의 확대</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Steps of a layer</source>
            <translation>층 하나의 단계 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Layers in a row</source>
            <translation>한 줄에 놓는 층 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Weight of total variation</source>
            <translation>총변동의 비중</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Power of total variation</source>
            <translation>총변동의 지수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Weight of the range</source>
            <translation>범위의 비중</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Power of the range</source>
            <translation>범위의 지수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>First step size</source>
            <translation>첫 단계 크기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Pictures that begin each facet</source>
            <translation>얼굴마다 시작하는 이미지 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Steps of a facet</source>
            <translation>얼굴 하나의 단계 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Fourier</source>
            <translation>푸리에</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Pixels</source>
            <translation>픽셀</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Noise</source>
            <translation>잡음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Mean colour</source>
            <translation>평균 색</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>The picture</source>
            <translation>이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>All of it</source>
            <translation>전체</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Its centre</source>
            <translation>가운데</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>L2 decay</source>
            <translation>L2 감쇠</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Blur</source>
            <translation>흐림</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Blur every</source>
            <translation>흐리는 주기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Smallest norms to 0</source>
            <translation>가장 작은 크기를 0으로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesis_params.py"></location>
            <source>Smallest contributions to 0</source>
            <translation>가장 작은 기여를 0으로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesise.py"></location>
            <source>{method} makes no picture; choose another.</source>
            <translation>{method}은(는) 이미지를 만들지 않습니다. 다른 방법을 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/synthesise.py"></location>
            <source>Method</source>
            <translation>방법</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/methods/texture_neighbours.py"></location>
            <source>A sample of {width} x {height} pixels is too small for neighbourhoods of {side}; both sides need {least} or more.</source>
            <translation>{width} x {height} 픽셀 표본은 한 변 {side}의 이웃 영역에 너무 작습니다. 두 변 모두 {least} 이상이어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/architectures.py"></location>
            <source>There is no torchvision network {name}. Close to it: {close}. `deepvis models` lists all.</source>
            <translation>torchvision에 {name}이라는 네트워크는 없습니다. 비슷한 것: {close}. 모두 보려면 `deepvis models`.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/backward.py"></location>
            <source>Unit {unit} does not exist: this layer has units 0 to {last}.</source>
            <translation>유닛 {unit}은 없습니다: 이 층의 유닛은 0부터 {last}까지입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/backward.py"></location>
            <source>Neuron {y},{x} does not exist: this layer's maps are {height} high and {width} wide.</source>
            <translation>뉴런 {y},{x}은(는) 없습니다: 이 층의 맵은 높이 {height}, 너비 {width}입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/checkpoints.py"></location>
            <source>{path} holds more than weights ({what}), which could run code on opening, so it was not opened; save the network's state_dict alone.</source>
            <translation>{path}에는 가중치 말고도 열 때 코드를 돌릴 수 있는 것({what})이 들어 있어 열지 않았습니다. 네트워크의 state_dict만 저장하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/checkpoints.py"></location>
            <source>{path} cannot be read as a file of weights ({why}); it may be damaged or of another kind.</source>
            <translation>{path}을(를) 가중치 파일로 읽을 수 없습니다({why}). 손상되었거나 다른 종류일 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/checkpoints.py"></location>
            <source>There is no file {path}; check its name.</source>
            <translation>파일 {path}이(가) 없습니다. 이름을 확인하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/checkpoints.py"></location>
            <source>{path} holds no weights; give a file with a network's state_dict.</source>
            <translation>{path}에는 가중치가 없습니다. 네트워크의 state_dict가 든 파일을 주세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/checkpoints.py"></location>
            <source>{path} cannot be read as a file of weights: it is damaged, of another kind, or holds code that would run on opening. Give a file that holds a network's state_dict alone.</source>
            <translation>{path}을(를) 가중치 파일로 읽을 수 없습니다: 손상되었거나, 다른 종류이거나, 열 때 도는 코드가 들어 있습니다. 네트워크의 state_dict만 든 파일을 주세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/checkpoints.py"></location>
            <source>{path} does not fit the network: {why}.</source>
            <translation>{path}은(는) 네트워크에 맞지 않습니다: {why}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/checkpoints.py"></location>
            <source>{path} is a TorchScript program, which cannot be opened; save the network's state_dict.</source>
            <translation>{path}은(는) TorchScript 프로그램이어서 열 수 없습니다. 네트워크의 state_dict를 저장하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/converted.py"></location>
            <source>{path} cannot be opened without onnx2torch, which turns ONNX files into torch networks. Install it: pip install 'deepvis[onnx]'.</source>
            <translation>ONNX 파일을 torch 네트워크로 바꾸는 onnx2torch가 없어 {path}을(를) 열 수 없습니다. 설치하세요: pip install 'deepvis[onnx]'.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/converted.py"></location>
            <source>{path} uses an operator that onnx2torch does not know ({why}), so it cannot be opened.</source>
            <translation>{path}은(는) onnx2torch가 모르는 연산({why})을 써서 열 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/converted.py"></location>
            <source>{path} cannot be read as an ONNX file ({why}); it may be damaged or of another kind.</source>
            <translation>{path}을(를) ONNX 파일로 읽을 수 없습니다({why}). 손상되었거나 다른 종류일 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/download.py"></location>
            <source>{name} could not be written to {folder}: {why}. Make room or set DEEPVIS_HOME to another folder.</source>
            <translation>{name}을(를) {folder}에 쓸 수 없었습니다: {why}. 공간을 비우거나 DEEPVIS_HOME을 다른 폴더로 정하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/download.py"></location>
            <source>{name} could not be downloaded from {url}: {why}. Check the connection and try again; what has come so far is kept.</source>
            <translation>{name}을(를) {url}에서 내려받지 못했습니다: {why}. 연결을 확인하고 다시 해 보세요. 지금까지 받은 것은 남아 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/download.py"></location>
            <source>{name} could not be downloaded from {url}: {why}. Check the connection and try again.</source>
            <translation>{name}을(를) {url}에서 내려받지 못했습니다: {why}. 연결을 확인하고 다시 해 보세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/download.py"></location>
            <source>{variable} is {value}; it should be an http or https address.</source>
            <translation>{variable}의 값이 {value}입니다. http나 https 주소여야 합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/download.py"></location>
            <source>This computer seems to be offline: {host} cannot be found, so {name} was not downloaded. What has come so far is kept.</source>
            <translation>이 컴퓨터가 인터넷에 연결되지 않은 것 같습니다: {host}을(를) 찾을 수 없어 {name}을(를) 내려받지 못했습니다. 지금까지 받은 것은 남아 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/download.py"></location>
            <source>There is no room for {name} in {folder}: {missing:.0f} MB are missing, {free:.0f} MB are free.</source>
            <translation>{folder}에 {name}을(를) 둘 공간이 없습니다: {missing:.0f} MB가 모자라고 {free:.0f} MB가 비어 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/download.py"></location>
            <source>The download of {name} was cancelled; it can be resumed.</source>
            <translation>{name} 내려받기를 취소했습니다. 이어서 받을 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/download.py"></location>
            <source>Downloading {name}: {have:.1f} MB</source>
            <translation>{name} 내려받는 중: {have:.1f} MB</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/download.py"></location>
            <source>{name} could not be downloaded: {host} answered {code} ({why}) for {url}.</source>
            <translation>{name}을(를) 내려받지 못했습니다: {host}이(가) {url}에 대해 {code} ({why})로 답했습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/download.py"></location>
            <source>{name} was downloaded from {url}, but is not the file that it should be; it was not kept.</source>
            <translation>{url}에서 {name}을(를) 받았지만 맞는 파일이 아니어서 두지 않았습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/exported.py"></location>
            <source>{path} holds more than a program and its weights, which could run code on opening, so it was not opened.</source>
            <translation>{path}에는 프로그램과 가중치 말고도 열 때 코드를 돌릴 수 있는 것이 들어 있어 열지 않았습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/exported.py"></location>
            <source>{path} cannot be read as an exported program ({why}); write it with torch.export.save of this version of torch, {version}.</source>
            <translation>{path}을(를) 내보낸 프로그램으로 읽을 수 없습니다({why}). 이 torch 버전 {version}의 torch.export.save로 쓰세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/factory.py"></location>
            <source>{title} fails on a picture of {width} x {height} pixels ({kind}: {why}), and on other sizes tried.</source>
            <translation>{title}은(는) {width} x {height} 픽셀 이미지와 시도한 다른 크기에서 실패합니다 ({kind}: {why}).</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/factory.py"></location>
            <source>{path} failed with {kind}: {why}.</source>
            <translation>{path}에서 {kind} 오류가 났습니다: {why}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/factory.py"></location>
            <source>{path} has no function {function}.</source>
            <translation>{path}에 함수 {function}이(가) 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/factory.py"></location>
            <source>{function} in {path} gives a {kind}; it should give a torch.nn.Module.</source>
            <translation>{path}의 {function}이(가) {kind}을(를) 돌려줍니다. torch.nn.Module이어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/given.py"></location>
            <source>This is a {kind}; only a torch.nn.Module can be shown.</source>
            <translation>이것은 {kind}입니다. torch.nn.Module만 보일 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/given.py"></location>
            <source>No Python session has handed over the network {spec}.</source>
            <translation>네트워크 {spec}을(를) 넘겨준 파이썬 세션이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/given.py"></location>
            <source>{title} cannot be copied, so it cannot be shown without changing it ({why}).</source>
            <translation>{title}을(를) 복사할 수 없어, 바꾸지 않고는 보일 수 없습니다({why}).</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/intervene.py"></location>
            <source>There is no intervention {name}. There are: {names}.</source>
            <translation>{name}이라는 개입은 없습니다. 있는 것: {names}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/intervene.py"></location>
            <source>The output of layer {layer} ({kind}) is no map or vector and has no units; choose another.</source>
            <translation>층 {layer} ({kind})의 출력은 맵도 벡터도 아니어서 유닛이 없습니다. 다른 층을 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/intervene.py"></location>
            <source>Layer {layer} has no maps, and so no regions; choose a layer before it.</source>
            <translation>층 {layer}에는 맵이 없어 영역도 없습니다. 그 앞의 층을 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/intervene.py"></location>
            <source>To {action} takes {count} numbers, not {given}.</source>
            <translation>{action}에는 수 {count}개가 필요하며, {given}개는 맞지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/intervene.py"></location>
            <source>Units cannot be clamped to {low} at least and {high} at most; give the smaller first.</source>
            <translation>유닛을 최소 {low}, 최대 {high}(으)로 고정할 수 없습니다. 작은 수를 먼저 주세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/intervene.py"></location>
            <source>Swap each unit with another one, and none of them twice.</source>
            <translation>유닛을 서로 다른 것과 바꾸고, 같은 것을 두 번 쓰지 마세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/labels.py"></location>
            <source>There are {given} labels for {count} classes; check that they belong to this network.</source>
            <translation>클래스 {count}개에 레이블이 {given}개입니다. 이 네트워크의 것인지 확인하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/labels.py"></location>
            <source>There is no class {name}; the network's {count} classes begin with: {names}.</source>
            <translation>{name}이라는 클래스는 없습니다. 네트워크의 클래스 {count}개는 이렇게 시작합니다: {names}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/labels.py"></location>
            <source>There is no class {index}; the network's classes are 0 to {last}.</source>
            <translation>클래스 {index}은(는) 없습니다. 네트워크의 클래스는 0부터 {last}까지입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/labels.py"></location>
            <source>{path} holds no labels: one name a line, index TAB name, or JSON are read.</source>
            <translation>{path}에 레이블이 없습니다: 한 줄에 이름 하나, 번호 TAB 이름, 또는 JSON을 읽습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/labels.py"></location>
            <source>{count} classes have {name} in their names; give one of: {names}.</source>
            <translation>이름에 {name}이(가) 든 클래스가 {count}개입니다. 하나를 고르세요: {names}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/labels.py"></location>
            <source>There is no class {name}. Close to it: {names}.</source>
            <translation>{name}이라는 클래스는 없습니다. 비슷한 것: {names}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/labels.py"></location>
            <source>The label file {path} cannot be read: {why}.</source>
            <translation>레이블 파일 {path}을(를) 읽을 수 없습니다: {why}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/loading.py"></location>
            <source>{name}, untrained</source>
            <translation>{name}, 학습 안 됨</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/loading.py"></location>
            <source>There is no network {spec}; give embedded, torchvision:NAME (`deepvis models` lists them), timm:NAME, a file of weights, an exported program (.pt2), an ONNX file, or file.py:function.</source>
            <translation>{spec}이라는 네트워크는 없습니다. embedded, torchvision:이름(`deepvis models`에 목록), timm:이름, 가중치 파일, 내보낸 프로그램(.pt2), ONNX 파일, 또는 파일.py:함수를 주세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/loading.py"></location>
            <source>{title} does not say how it takes its pictures; size, mean and deviation are guessed, so set them if the scores look wrong.</source>
            <translation>{title}은(는) 그림을 어떻게 받는지 밝히지 않습니다. 크기, 평균, 표준 편차는 추측한 것이니 점수가 이상하면 직접 정하십시오.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/loading.py"></location>
            <source>{path} does not name its classes; as there are {count}, ImageNet's names are shown.</source>
            <translation>{path}에는 클래스 이름이 없습니다. {count}개이므로 ImageNet의 이름을 보입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/loading.py"></location>
            <source>Weights are default or none, not {weights}.</source>
            <translation>가중치는 default나 none이며, {weights}은(는) 아닙니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/loading.py"></location>
            <source>Loading {name}…</source>
            <translation>{name} 불러오는 중…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/loading.py"></location>
            <source>Starting torchvision…</source>
            <translation>torchvision 시작하는 중…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/loading.py"></location>
            <source>Starting timm…</source>
            <translation>timm 시작하는 중…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/loading.py"></location>
            <source>{path} is a program with its weights; it cannot be opened without.</source>
            <translation>{path}은(는) 가중치가 함께 든 프로그램이어서 가중치 없이 열 수 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/loading.py"></location>
            <source>Reading the program {path}…</source>
            <translation>프로그램 {path} 읽는 중…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/loading.py"></location>
            <source>{path} does not hold weights of the embedded network.</source>
            <translation>{path}에는 내장 네트워크의 가중치가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/loading.py"></location>
            <source>Recognising the architecture…</source>
            <translation>구조를 알아보는 중…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/loading.py"></location>
            <source>{spec} runs the code in that file. If you trust it, allow that with --allow-code.</source>
            <translation>{spec}은(는) 그 파일의 코드를 돌립니다. 믿는다면 --allow-code로 허락하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/loading.py"></location>
            <source>There is no device {name}; give auto, cpu, cuda or mps.</source>
            <translation>{name}이라는 장치는 없습니다. auto, cpu, cuda, mps 가운데 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/loading.py"></location>
            <source>This computer has no {name} that torch can use; give auto or cpu.</source>
            <translation>이 컴퓨터에는 torch가 쓸 수 있는 {name}이(가) 없습니다. auto나 cpu를 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/network.py"></location>
            <source>{title} has no layer {name}. Close to it: {close}.</source>
            <translation>{title}에 {name}이라는 층은 없습니다. 비슷한 것: {close}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/network.py"></location>
            <source>{title} cannot run on pictures of {width} x {height} pixels: {why}. Choose another size.</source>
            <translation>{title}은(는) {width} x {height} 픽셀 이미지에서 돌지 않습니다: {why}. 다른 크기를 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/preprocess.py"></location>
            <source>A network's input cannot be {width} x {height} pixels; give at least 1 x 1.</source>
            <translation>네트워크의 입력은 {width} x {height} 픽셀일 수 없습니다. 1 x 1 이상을 주세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/preprocess.py"></location>
            <source>A picture cannot be resized to {size} pixels; give 1 or more.</source>
            <translation>이미지를 {size}픽셀로 맞출 수 없습니다. 1 이상을 주세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/preprocess.py"></location>
            <source>Give {count} values as mean and as deviation.</source>
            <translation>평균과 편차에 값을 {count}개씩 주세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/preprocess.py"></location>
            <source>Deviations and range must be above zero.</source>
            <translation>편차와 범위는 0보다 커야 합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/programs.py"></location>
            <source>{path} does not take one batch of pictures (N, C, H, W), but {count} inputs of the shapes {shapes}; only such programs can be opened.</source>
            <translation>{path}은(는) 이미지 묶음 하나(N, C, H, W)가 아니라 모양이 {shapes}인 입력 {count}개를 받습니다. 이미지 묶음을 받는 프로그램만 열 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/rebuilding.py"></location>
            <source>This network was exported for {batch} pictures at once, and cannot take {given}; methods that compare many need one that is exported with a batch size that may vary.</source>
            <translation>이 네트워크는 한 번에 이미지 {batch}개를 받도록 내보내져 {given}개를 받지 못합니다. 여럿을 비교하는 방법에는 묶음 크기가 변할 수 있게 내보낸 네트워크가 필요합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/recognise.py"></location>
            <source>{path} does not fit {name}: {what}. Name its architecture, or give a Python file that builds it (file.py:function).</source>
            <translation>{path}은(는) {name}에 맞지 않습니다: {what}. 구조의 이름이나, 네트워크를 만드는 파이썬 파일(파일.py:함수)을 주세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/recognise.py"></location>
            <source>{path} fits no architecture known here. The nearest is {name}: {what}. Name its architecture, or give a Python file that builds it (file.py:function).</source>
            <translation>{path}은(는) 아는 구조에 맞지 않습니다. 가장 가까운 것은 {name}입니다: {what}. 구조의 이름이나, 네트워크를 만드는 파이썬 파일(파일.py:함수)을 주세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/recognise.py"></location>
            <source>A file of {name} does not say how its input is normalised; compare the scores, and edit mean and deviation if they are wrong.</source>
            <translation>{name} 파일은 입력을 어떻게 정규화하는지 말하지 않습니다. 점수를 비교해 보고 틀리면 평균과 편차를 고치세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/recognise.py"></location>
            <source>missing {names}</source>
            <translation>없는 것: {names}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/recognise.py"></location>
            <source>unknown {names}</source>
            <translation>모르는 것: {names}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/recognise.py"></location>
            <source>of another shape {names}</source>
            <translation>모양이 다른 것: {names}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/rules.py"></location>
            <source>This network has no rectifiers, so that every rule gives the plain gradient.</source>
            <translation>이 네트워크에는 정류기가 없어 모든 규칙이 그냥 기울기와 같습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/scouter.py"></location>
            <source>{file} was trained on {layer} of {body}, and cannot explain {title}, whose weights are others; `deepvis train scouter` makes one for it.</source>
            <translation>{file}은(는) {body}의 {layer}에서 학습되어, 가중치가 다른 {title}을(를) 설명할 수 없습니다. `deepvis train scouter`로 만들 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/scouter.py"></location>
            <source>The scouter does not know the class {label}. It knows {count}: {names}.</source>
            <translation>Scouter는 클래스 {label}을(를) 모릅니다. 아는 것은 {count}개입니다: {names}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/scouter.py"></location>
            <source>{path} holds no scouter; `deepvis train scouter` makes one.</source>
            <translation>{path}에는 Scouter가 없습니다. `deepvis train scouter`로 만들 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/style_file.py"></location>
            <source>There is no style {name}. The file knows: {names}.</source>
            <translation>{name}이라는 화풍은 없습니다. 파일에 있는 것: {names}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/style_file.py"></location>
            <source>{path} holds no styles; `deepvis train style` makes such a file.</source>
            <translation>{path}에는 화풍이 없습니다. `deepvis train style`로 그런 파일을 만듭니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/style_file.py"></location>
            <source>{path} holds styles of another version, in which this one cannot paint; move it away and learn them again.</source>
            <translation>{path}에는 다른 버전의 화풍이 들어 있어 이 버전에서는 그릴 수 없습니다. 파일을 옮기고 다시 학습하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/timm_networks.py"></location>
            <source>There is no timm network {name} with weights. Close to it: {close}. timm.list_pretrained() lists all.</source>
            <translation>가중치가 있는 timm 네트워크 {name}은(는) 없습니다. 비슷한 것: {close}. 모두 보려면 timm.list_pretrained().</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/nets/timm_networks.py"></location>
            <source>timm is not installed, which builds the networks timm:NAME. Install it: pip install 'deepvis[timm]'.</source>
            <translation>timm:이름 네트워크를 만드는 timm이 설치되어 있지 않습니다. 설치하세요: pip install 'deepvis[timm]'.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/pictures/colormaps.py"></location>
            <source>There is no colour map {name}. There are: {names}.</source>
            <translation>{name}이라는 색 지도는 없습니다. 있는 것: {names}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/pictures/decode.py"></location>
            <source>{path} is empty: it holds no bytes at all.</source>
            <translation>{path}은(는) 비어 있습니다: 아무 내용도 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/pictures/decode.py"></location>
            <source>{path} has {millions} million pixels; DeepVis shows up to {most}. Shrink it first.</source>
            <translation>{path}은(는) {millions}백만 픽셀입니다. DeepVis는 {most}백만까지 보입니다. 먼저 줄이세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/pictures/decode.py"></location>
            <source>There is no file {path}.</source>
            <translation>파일 {path}이(가) 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/pictures/decode.py"></location>
            <source>{path} is a folder, not a picture.</source>
            <translation>{path}은(는) 이미지가 아니라 폴더입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/pictures/decode.py"></location>
            <source>{path} may not be read: its permissions forbid it.</source>
            <translation>{path}은(는) 읽을 권한이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/pictures/decode.py"></location>
            <source>{path} is not a picture that DeepVis can read; PNG, JPEG, GIF, WebP and TIFF are.</source>
            <translation>{path}은(는) DeepVis가 읽을 수 있는 이미지가 아닙니다. PNG, JPEG, GIF, WebP, TIFF를 읽습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/pictures/decode.py"></location>
            <source>{path} is too large for the memory that is left.</source>
            <translation>{path}은(는) 남은 메모리에 비해 너무 큽니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/pictures/decode.py"></location>
            <source>{path} is damaged and cannot be shown. Copy or save it again.</source>
            <translation>{path}이(가) 손상되어 보일 수 없습니다. 다시 복사하거나 저장하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/pictures/film.py"></location>
            <source>{path} would be larger than a film can be; ask for fewer frames.</source>
            <translation>{path}은(는) 영상이 될 수 있는 크기보다 큽니다. 프레임을 줄이세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/pictures/saving.py"></location>
            <source>{path} could not be written: {reason}. Choose another folder or make room.</source>
            <translation>{path}에 쓸 수 없었습니다: {reason}. 다른 폴더를 고르거나 공간을 비우세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/pictures/styles.py"></location>
            <source>There is no backward style {name}. There are: {names}.</source>
            <translation>{name}이라는 역전파 표시 방식은 없습니다. 있는 것: {names}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/session/choices.py"></location>
            <source>There is no setting {name}. There are: {names}.</source>
            <translation>{name}이라는 설정은 없습니다. 있는 것: {names}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/session/choices.py"></location>
            <source>{name} cannot be {value}. There are: {there}.</source>
            <translation>{name}에 {value}는 쓸 수 없습니다. 쓸 수 있는 것: {there}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/session/lane.py"></location>
            <source>That failed: {reason}</source>
            <translation>실패했습니다: {reason}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/session/library.py"></location>
            <source>Opening the index…</source>
            <translation>색인 여는 중…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/session/library.py"></location>
            <source>No index yet. One pass over a folder of pictures shows what each unit looks for.</source>
            <translation>아직 색인이 없습니다. 폴더의 이미지를 한 번 훑으면 유닛마다 무엇을 찾는지 보입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/session/session.py"></location>
            <source>Loading {network}</source>
            <translation>{network} 불러오는 중</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/session/watching.py"></location>
            <source>{file} was written anew but cannot be loaded, so the network of before stays. {why}</source>
            <translation>{file}이(가) 새로 쓰였지만 불러올 수 없어 앞의 네트워크를 그대로 둡니다. {why}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/settings.py"></location>
            <source>The settings were damaged and have been set aside as {path}. Everything starts as new.</source>
            <translation>설정이 손상되어 {path}(으)로 옮겨 두었습니다. 모두 처음 상태로 시작합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/settings.py"></location>
            <source>The settings {path} cannot be read ({reason}). Everything starts as new.</source>
            <translation>설정 {path}을(를) 읽을 수 없습니다({reason}). 모두 처음 상태로 시작합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/camera.py"></location>
            <source>There is no camera {name}. There are: {names}.</source>
            <translation>{name}이라는 카메라는 없습니다. 있는 것: {names}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/camera.py"></location>
            <source>There is no camera. Connect one and it is shown at once, or open a video, a picture, the screen or the samples.</source>
            <translation>카메라가 없습니다. 연결하면 바로 보입니다. 아니면 동영상, 이미지, 화면이나 샘플을 여세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/camera.py"></location>
            <source>DeepVis may not use the camera. Allow it in the system's privacy settings, or open a video, a picture, the screen or the samples.</source>
            <translation>DeepVis가 카메라를 쓸 수 없습니다. 시스템의 개인 정보 설정에서 허용하거나, 동영상, 이미지, 화면이나 샘플을 여세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/camera.py"></location>
            <source>The camera {name} is gone. DeepVis goes on when it is back.</source>
            <translation>카메라 {name}이(가) 빠졌습니다. 돌아오면 DeepVis가 이어 갑니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/camera.py"></location>
            <source>The camera {name} is silent. DeepVis goes on when it is back.</source>
            <translation>카메라 {name}이(가) 아무것도 보내지 않습니다. 돌아오면 DeepVis가 이어 갑니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/camera.py"></location>
            <source>The camera {name} cannot be used: {reason}. Close other programs that use it.</source>
            <translation>카메라 {name}을(를) 쓸 수 없습니다: {reason}. 카메라를 쓰는 다른 프로그램을 닫으세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/folder.py"></location>
            <source>The folder {path} cannot be read: {reason}.</source>
            <translation>폴더 {path}을(를) 읽을 수 없습니다: {reason}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/folder.py"></location>
            <source>None of the {count} pictures can be read.</source>
            <translation>이미지 {count}개 가운데 읽을 수 있는 것이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/frames.py"></location>
            <source>A frame of the video could not be read. Open it again.</source>
            <translation>동영상의 프레임 하나를 읽지 못했습니다. 다시 여세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/opening.py"></location>
            <source>A tabby cat</source>
            <translation>얼룩 고양이</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/opening.py"></location>
            <source>A cup of espresso</source>
            <translation>에스프레소 한 잔</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/opening.py"></location>
            <source>An astronaut</source>
            <translation>우주 비행사</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/opening.py"></location>
            <source>A motorcycle</source>
            <translation>오토바이</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/opening.py"></location>
            <source>A rocket</source>
            <translation>로켓</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/opening.py"></location>
            <source>A brick wall</source>
            <translation>벽돌 벽</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/opening.py"></location>
            <source>Grass</source>
            <translation>잔디</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/opening.py"></location>
            <source>Galaxies</source>
            <translation>은하</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/opening.py"></location>
            <source>The sample pictures are missing. Install scikit-image, or open a picture of yours.</source>
            <translation>샘플 이미지가 없습니다. scikit-image를 설치하거나 가진 이미지를 여세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/opening.py"></location>
            <source>{path} is neither a picture, nor a video, nor a folder of pictures.</source>
            <translation>{path}은(는) 이미지도, 동영상도, 이미지 폴더도 아닙니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/opening.py"></location>
            <source>{path} cannot be read: {reason}.</source>
            <translation>{path}을(를) 읽을 수 없습니다: {reason}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/reel.py"></location>
            <source>{path} gives no more frames: it is damaged or cut off.</source>
            <translation>{path}에서 더 이상 프레임이 나오지 않습니다: 손상되었거나 잘렸습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/reel.py"></location>
            <source>{path} holds sound but no pictures. Open a video.</source>
            <translation>{path}에는 소리만 있고 그림이 없습니다. 동영상을 여세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/reel.py"></location>
            <source>{path} cannot be played: {reason}.</source>
            <translation>{path}을(를) 재생할 수 없습니다: {reason}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/screen.py"></location>
            <source>The screen cannot be shown: {reason}. Allow DeepVis to record it in the system's settings, or open a camera, a video or a picture.</source>
            <translation>화면을 보일 수 없습니다: {reason}. 시스템 설정에서 DeepVis의 화면 기록을 허용하거나, 카메라, 동영상이나 이미지를 여세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/video.py"></location>
            <source>{path} is damaged: none of its pictures can be shown.</source>
            <translation>{path}이(가) 손상되었습니다: 보일 수 있는 장면이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/video.py"></location>
            <source>{path} is damaged or cut off: of its {whole} s only {shown} s can be shown.</source>
            <translation>{path}이(가) 손상되었거나 잘렸습니다: {whole}초 가운데 {shown}초만 보일 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/video.py"></location>
            <source>{path} is cut off: {percent} % of it is missing.</source>
            <translation>{path}이(가) 잘렸습니다: {percent} %가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/sources/video.py"></location>
            <source>{path} is no video that can be played: it is damaged, cut off or of an unknown format.</source>
            <translation>{path}은(는) 재생할 수 있는 동영상이 아닙니다: 손상되었거나, 잘렸거나, 모르는 형식입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/training/card.py"></location>
            <source>The network could not be written to {path}: {why}.</source>
            <translation>네트워크를 {path}에 쓸 수 없었습니다: {why}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/training/checkpoint.py"></location>
            <source>{path} is of another run ({what} differ); give another --out folder.</source>
            <translation>{path}은(는) 다른 학습의 것입니다(다른 점: {what}). 다른 --out 폴더를 주세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/training/checkpoint.py"></location>
            <source>The checkpoint cannot be written to {path}: {why}. Make room and start again.</source>
            <translation>체크포인트를 {path}에 쓸 수 없습니다: {why}. 공간을 비우고 다시 시작하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/training/checkpoint.py"></location>
            <source>{path} is no checkpoint of a training, or is damaged; remove it or give another --out folder.</source>
            <translation>{path}은(는) 학습의 체크포인트가 아니거나 손상되었습니다. 지우거나 다른 --out 폴더를 주세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/training/classifier.py"></location>
            <source>There are too few pictures to learn from: {count}.</source>
            <translation>배울 이미지가 너무 적습니다: {count}개.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/training/classifier.py"></location>
            <source>The loss is no longer finite at step {step}; start again with a lower --rate.</source>
            <translation>{step}단계에서 손실이 유한하지 않습니다. --rate를 낮추어 다시 시작하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/training/data.py"></location>
            <source>There are no pictures in class folders in {path}.</source>
            <translation>{path}의 클래스 폴더에 이미지가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/training/data.py"></location>
            <source>The class {name} has no picture that can be read; add some or remove its folder.</source>
            <translation>클래스 {name}에 읽을 수 있는 이미지가 없습니다. 더하거나 폴더를 지우세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/training/data.py"></location>
            <source>There are no photographs that can be read in {path}; add some.</source>
            <translation>{path}에 읽을 수 있는 사진이 없습니다. 더하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/training/data.py"></location>
            <source>{path} must have three columns: index, folder, words.</source>
            <translation>{path}에는 번호, 폴더, 단어의 세 칸이 있어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/training/data.py"></location>
            <source>The class {name} in {path} is not one of those that are learnt.</source>
            <translation>{path}의 클래스 {name}은(는) 배우는 클래스가 아닙니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/training/data.py"></location>
            <source>The class folder {path} is empty; add pictures or remove it.</source>
            <translation>클래스 폴더 {path}이(가) 비어 있습니다. 이미지를 더하거나 지우세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/training/data.py"></location>
            <source>{path} is neither a zip file nor a folder of class folders.</source>
            <translation>{path}은(는) zip 파일도, 클래스 폴더를 담은 폴더도 아닙니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/training/scouter.py"></location>
            <source>There are too few pictures to learn from: {count}, of {classes} classes.</source>
            <translation>배울 이미지가 너무 적습니다: 클래스 {classes}개에 {count}개.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/training/style.py"></location>
            <source>There are no photographs to learn painting on.</source>
            <translation>칠하기를 배울 사진이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/training/style.py"></location>
            <source>There is no style to learn.</source>
            <translation>배울 화풍이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/training/style_learning.py"></location>
            <source>There is a style {name} already; give another name.</source>
            <translation>{name}이라는 화풍이 이미 있습니다. 다른 이름을 주세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/training/style_learning.py"></location>
            <source>The picture {name} is too small for a style: its shorter side has {count} pixels, of at least {least}.</source>
            <translation>이미지 {name}은(는) 화풍으로 쓰기에 너무 작습니다: 짧은 변이 {count}픽셀이며 {least} 이상이어야 합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/training/style_learning.py"></location>
            <source>The picture {name} is of one colour and so has no style.</source>
            <translation>이미지 {name}은(는) 한 가지 색이어서 화풍이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/training/teaching.py"></location>
            <source>{title} cannot teach: its classes are not those of the pictures, in their order.</source>
            <translation>{title}은(는) 가르칠 수 없습니다. 클래스가 이미지의 것과 순서까지 같지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Open…</source>
            <translation>열기…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Open a picture, a video or a network's weights</source>
            <translation>이미지, 동영상이나 네트워크의 가중치 열기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Open folder…</source>
            <translation>폴더 열기…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Show the pictures of a folder</source>
            <translation>폴더의 이미지 보기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Save picture…</source>
            <translation>이미지 저장…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Save one of the pictures shown</source>
            <translation>보이는 이미지 가운데 하나를 저장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Copy backward picture</source>
            <translation>역전파 이미지 복사</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Copy the unit's backward picture to the clipboard</source>
            <translation>유닛의 역전파 이미지를 클립보드로 복사</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Save sheet of all units…</source>
            <translation>모든 유닛 한 장으로 저장…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Save one picture with the backward pictures of all the layer's units</source>
            <translation>층의 모든 유닛의 역전파 이미지를 이미지 한 장으로 저장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Save session…</source>
            <translation>세션 저장…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Save source, network, layer, unit, panels and parameters; Open… shows it all again</source>
            <translation>소스, 네트워크, 층, 유닛, 패널, 매개변수를 저장합니다. 열기…로 모두 다시 보입니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Copy as command</source>
            <translation>명령으로 복사</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>The line for a terminal that opens a window with what is on show</source>
            <translation>지금 보이는 것으로 창을 여는 터미널 명령</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Copy as render command</source>
            <translation>렌더 명령으로 복사</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>The line for a terminal that writes the unit's picture, in full precision</source>
            <translation>유닛의 이미지를 온전한 정밀도로 쓰는 터미널 명령</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Copy link</source>
            <translation>링크 복사</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>A link to this network, layer and unit; paste it into DeepVis, or open it from a page</source>
            <translation>이 네트워크, 층, 유닛으로 가는 링크. DeepVis에 붙여넣거나 웹 페이지에서 여세요</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Save report…</source>
            <translation>보고서 저장…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>One page for a browser with all pictures on show, what made them, and the command</source>
            <translation>보이는 모든 이미지와 만든 방법, 명령을 담은 브라우저용 한 쪽</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Record the window…</source>
            <translation>창 녹화…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Film the window as it lives, or stop and keep the film</source>
            <translation>창을 살아 있는 그대로 찍거나, 멈추고 영상을 둡니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Record input and unit…</source>
            <translation>입력과 유닛 녹화…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Film the input beside the unit's map and what drives it, or stop and keep the film</source>
            <translation>입력을 유닛의 맵, 움직이는 것과 나란히 찍거나, 멈추고 영상을 둡니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Save picture of the window…</source>
            <translation>창 그림 저장…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Save the window as it stands</source>
            <translation>창을 보이는 그대로 저장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Preferences…</source>
            <translation>환경 설정…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Colours, language, letters, device, storage, camera</source>
            <translation>색, 언어, 글자, 장치, 저장, 카메라</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Quit</source>
            <translation>끝내기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Close DeepVis</source>
            <translation>DeepVis 닫기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Camera</source>
            <translation>카메라</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>To the camera, and back to what was shown before</source>
            <translation>카메라로, 그리고 전에 보던 것으로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Sample pictures</source>
            <translation>샘플 이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Show the pictures that DeepVis carries</source>
            <translation>DeepVis에 든 이미지 보기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Whole screen</source>
            <translation>화면 전체</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Show what is on the screen</source>
            <translation>화면에 보이는 것 보기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Part of the screen…</source>
            <translation>화면 일부…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Draw a rectangle on the screen; show what is in it</source>
            <translation>화면에 사각형을 그려 그 안을 봅니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Paste picture</source>
            <translation>이미지 붙여넣기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Show the picture that is in the clipboard</source>
            <translation>클립보드의 이미지 보기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Freeze</source>
            <translation>정지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Hold the picture as it is</source>
            <translation>이미지를 지금 이대로 멈추기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Play</source>
            <translation>재생</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Play or pause the video or the slide show</source>
            <translation>동영상이나 슬라이드 쇼를 재생하거나 멈추기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Next picture</source>
            <translation>다음 이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>To the folder's next picture, or one video frame on</source>
            <translation>폴더의 다음 이미지로, 또는 동영상 한 프레임 앞으로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Previous picture</source>
            <translation>이전 이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>To the folder's previous picture, or one video frame back</source>
            <translation>폴더의 이전 이미지로, 또는 동영상 한 프레임 뒤로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Forward 5 s</source>
            <translation>5초 앞으로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Five seconds on in the video</source>
            <translation>동영상에서 5초 앞으로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Back 5 s</source>
            <translation>5초 뒤로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Five seconds back in the video</source>
            <translation>동영상에서 5초 뒤로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Mirror</source>
            <translation>좌우 바꾸기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Swap left and right</source>
            <translation>왼쪽과 오른쪽 바꾸기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Repeat</source>
            <translation>반복</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Start again at the end</source>
            <translation>끝나면 다시 시작</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>DeepVis-200 (embedded)</source>
            <translation>DeepVis-200 (내장)</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>The network that DeepVis carries</source>
            <translation>DeepVis에 든 네트워크</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Trained networks…</source>
            <translation>학습된 네트워크…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Choose among torchvision's networks, trained on ImageNet</source>
            <translation>ImageNet으로 학습된 torchvision 네트워크에서 고르기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Open weights…</source>
            <translation>가중치 열기…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Open a file of weights</source>
            <translation>가중치 파일 열기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Random weights…</source>
            <translation>무작위 가중치…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>A network as it is before training</source>
            <translation>학습하기 전의 네트워크</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Reload when its file changes</source>
            <translation>파일이 바뀌면 다시 불러오기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Load the network's file anew when a training has written it; layer and unit stay</source>
            <translation>학습이 네트워크 파일을 쓰면 다시 불러옵니다. 층과 유닛은 그대로입니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Preprocessing…</source>
            <translation>전처리…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>How a picture becomes the network's input</source>
            <translation>이미지가 네트워크의 입력이 되는 방법</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>About this network…</source>
            <translation>이 네트워크에 대하여…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Layers, size, training data</source>
            <translation>층, 크기, 학습 데이터</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Next layer</source>
            <translation>다음 층</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>To the next layer</source>
            <translation>다음 층으로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Previous layer</source>
            <translation>이전 층</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>To the previous layer</source>
            <translation>이전 층으로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Three layers on</source>
            <translation>세 층 뒤로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Three layers back</source>
            <translation>세 층 앞으로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Index pictures…</source>
            <translation>이미지 색인…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Let the network look at a folder of pictures once, and remember what it saw</source>
            <translation>네트워크가 폴더의 이미지를 한 번 보고, 본 것을 기억하게 하기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Open index…</source>
            <translation>색인 열기…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Show what an index that was made before knows</source>
            <translation>전에 만든 색인이 아는 것 보기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Close index</source>
            <translation>색인 닫기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Show the network without an index, at the next start too</source>
            <translation>다음 시작 때도 색인 없이 네트워크 보기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Make a picture</source>
            <translation>이미지 만들기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Start what the panel Synthesis shows, or stop it with what is reached</source>
            <translation>합성 패널에 보이는 것을 시작하거나, 지금까지 된 것을 두고 멈추기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Look at what was made</source>
            <translation>만든 것 보기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Make the picture that was made the input</source>
            <translation>만든 이미지를 입력으로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Save sheet of what was made…</source>
            <translation>만든 것을 한 장으로 저장…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Save what it was made from, the picture and what differs, side by side</source>
            <translation>바탕 이미지, 만든 이미지, 달라진 점을 나란히 저장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Save the film that was made…</source>
            <translation>만든 영상 저장…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Save the frames of a dream that zooms in, as a film</source>
            <translation>점점 확대되는 꿈의 프레임들을 영상으로 저장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Record the painting, or stop</source>
            <translation>그림 녹화, 또는 멈춤</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Write what the panel Style paints to a film</source>
            <translation>화풍 패널이 칠하는 것을 영상으로 씁니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Save painting…</source>
            <translation>칠한 그림 저장…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Save the painting of this picture</source>
            <translation>이 이미지를 칠한 그림을 저장합니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Paint a video…</source>
            <translation>동영상 칠하기…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Paint every picture of a video file into a film</source>
            <translation>동영상 파일의 모든 장면을 칠해 영상으로 만듭니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>New style from a picture…</source>
            <translation>이미지에서 새 화풍…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Learn to paint like a picture of yours</source>
            <translation>가진 이미지처럼 칠하기를 배웁니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Unit to the left</source>
            <translation>왼쪽 유닛</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>To the unit on the left</source>
            <translation>왼쪽 유닛으로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Unit to the right</source>
            <translation>오른쪽 유닛</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>To the unit on the right</source>
            <translation>오른쪽 유닛으로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Unit above</source>
            <translation>위 유닛</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>To the unit above</source>
            <translation>위쪽 유닛으로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Unit below</source>
            <translation>아래 유닛</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>To the unit below</source>
            <translation>아래쪽 유닛으로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Five units to the left</source>
            <translation>왼쪽으로 다섯 유닛</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Five units to the right</source>
            <translation>오른쪽으로 다섯 유닛</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Five rows up</source>
            <translation>위로 다섯 줄</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Five rows down</source>
            <translation>아래로 다섯 줄</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Zoom unit</source>
            <translation>유닛 확대</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Show the unit large instead of the grid</source>
            <translation>격자 대신 유닛을 크게 보기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Unit over the input</source>
            <translation>입력 위에 유닛</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Lay the unit's map over the input</source>
            <translation>유닛의 맵을 입력 위에 얹기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Keep this unit</source>
            <translation>이 유닛 붙들기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Keep the unit while other layers are browsed</source>
            <translation>다른 층을 둘러보는 동안 이 유닛 두기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>From the strongest neuron</source>
            <translation>가장 강한 뉴런에서</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Start the backward pass where the unit's map is largest</source>
            <translation>유닛의 맵이 가장 큰 곳에서 역전파 시작</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>From all neurons</source>
            <translation>모든 뉴런에서</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Start the backward pass from the whole map of the unit</source>
            <translation>유닛의 맵 전체에서 역전파 시작</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Silence unit, or let it be</source>
            <translation>유닛 끄기, 또는 되돌리기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>See in the panel Intervene what the scores are without it</source>
            <translation>그 유닛이 없을 때의 점수를 개입 패널에서 보기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Let all units be</source>
            <translation>모든 유닛 되돌리기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>End all interventions</source>
            <translation>모든 개입 끝내기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Explain over the input</source>
            <translation>입력 위에 설명</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Lay an explanation of the class over the input</source>
            <translation>클래스의 설명을 입력 위에 얹기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Boxes around what is hot</source>
            <translation>뜨거운 곳에 상자</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Draw boxes around the hot parts of the explanation over the input</source>
            <translation>입력 위 설명의 뜨거운 곳에 상자 그리기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Compare explanations, or stop</source>
            <translation>설명 비교, 또는 멈춤</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Run the methods of the panel Why on this picture</source>
            <translation>왜 패널의 방법들을 이 이미지에 돌리기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Sanity check of explanations</source>
            <translation>설명의 온전성 검사</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>See whether they change when the network forgets</source>
            <translation>네트워크가 잊을 때 설명도 바뀌는지 보기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Save sheet of explanations…</source>
            <translation>설명을 한 장으로 저장…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Save the pictures of the panel Why with their figures as one</source>
            <translation>왜 패널의 이미지들을 수치와 함께 한 장으로 저장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Next explanation over the input</source>
            <translation>입력 위의 다음 설명</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Grad-CAM, Grad-CAM++, LayerCAM …: the next</source>
            <translation>Grad-CAM, Grad-CAM++, LayerCAM …: 다음 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Next rule</source>
            <translation>다음 규칙</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Gradient, deconvnet, guided, rectified: the next</source>
            <translation>기울기, 디컨브넷, 가이드, 정류: 다음 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Previous rule</source>
            <translation>이전 규칙</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Gradient, deconvnet, guided, rectified: the previous</source>
            <translation>기울기, 디컨브넷, 가이드, 정류: 이전 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>How the unit changes with each pixel</source>
            <translation>픽셀마다 유닛이 어떻게 바뀌는지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Rectifiers pass what is positive on the way back</source>
            <translation>정류기가, 돌아오는 값이 양수인 것을 지나가게 합니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Rectifiers pass what is positive both ways</source>
            <translation>정류기가, 양방향 모두 양수인 것을 지나가게 합니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Rectifiers pass where activation times gradient is large</source>
            <translation>정류기가, 활성화와 기울기의 곱이 큰 곳을 지나가게 합니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>No backward picture</source>
            <translation>역전파 이미지 없음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Leave the backward pass out</source>
            <translation>역전파를 하지 않기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Next style</source>
            <translation>다음 표시 방식</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Raw, grey, norm, blurred norm, sign: the next</source>
            <translation>그대로, 회색, 크기, 흐린 크기, 부호: 다음 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Raw</source>
            <translation>그대로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>The backward picture in colours, zero as grey</source>
            <translation>역전파 이미지를 색으로, 0은 회색</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>The backward picture's mean over the colours</source>
            <translation>역전파 이미지를 색에 걸쳐 평균한 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Norm</source>
            <translation>크기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>How large the backward picture is at each pixel</source>
            <translation>픽셀마다 역전파 이미지가 얼마나 큰지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Blurred norm</source>
            <translation>흐린 크기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>How large the backward picture is around each pixel</source>
            <translation>픽셀 둘레에서 역전파 이미지가 얼마나 큰지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Sign</source>
            <translation>부호</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Where the backward picture is above and below zero</source>
            <translation>역전파 이미지가 0보다 큰 곳과 작은 곳</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>More contrast</source>
            <translation>대비 더 세게</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Lift what is faint; after the most, none</source>
            <translation>희미한 것을 돋우기. 가장 센 것 다음은 없음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Scale each unit by itself</source>
            <translation>유닛마다 따로 맞추기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Every map reaches full brightness</source>
            <translation>모든 맵이 가장 밝은 곳까지 닿게</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Next order of units</source>
            <translation>다음 유닛 순서</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>By number, the most active first, the most class-selective first (with an index): the next</source>
            <translation>번호순, 가장 활발한 것부터, 클래스를 가장 가리는 것부터(색인이 있을 때): 다음 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Hide dead units</source>
            <translation>죽은 유닛 숨기기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Leave out units that have not been above zero</source>
            <translation>0보다 커진 적이 없는 유닛 빼기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Unit pictures in the grid</source>
            <translation>격자에 유닛 이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Show what each unit answers to most, made out of the network, instead of its map</source>
            <translation>맵 대신, 유닛마다 가장 크게 답하도록 네트워크에서 만든 이미지를 보입니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Back</source>
            <translation>뒤로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Leave the zoom or the clicked neuron</source>
            <translation>확대나 클릭한 뉴런에서 나오기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>As the system</source>
            <translation>시스템을 따라</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Light or dark as the system is</source>
            <translation>시스템의 밝음과 어두움을 따라</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Dark</source>
            <translation>어둡게</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Always dark</source>
            <translation>항상 어둡게</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Light</source>
            <translation>밝게</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Always light</source>
            <translation>항상 밝게</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>High contrast</source>
            <translation>고대비</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Black and white, with lines around everything</source>
            <translation>검정과 하양, 모든 것에 테두리</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Larger letters</source>
            <translation>글자 크게</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>All words of the window become larger</source>
            <translation>창의 모든 글자가 커집니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Smaller letters</source>
            <translation>글자 작게</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>All words of the window become smaller</source>
            <translation>창의 모든 글자가 작아집니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Next part of the window</source>
            <translation>창의 다음 부분</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>The keys go to the next part: tool bar, panels, units</source>
            <translation>키가 다음 부분으로 갑니다: 도구 모음, 패널, 유닛</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Previous part of the window</source>
            <translation>창의 이전 부분</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>The keys go to the previous part: tool bar, panels, units</source>
            <translation>키가 이전 부분으로 갑니다: 도구 모음, 패널, 유닛</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Fill the window with a panel</source>
            <translation>패널로 창 채우기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Let the panel below have the whole window, and back</source>
            <translation>아래 패널이 창 전체를 차지하게, 그리고 되돌리기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Full screen</source>
            <translation>전체 화면</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Use the whole screen</source>
            <translation>화면 전체 쓰기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Next panel below</source>
            <translation>아래의 다음 패널</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>The next of the panels that share a place comes to the front</source>
            <translation>한자리를 나누는 패널 가운데 다음 것이 앞으로 나옵니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Previous panel below</source>
            <translation>아래의 이전 패널</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>The previous of the panels that share a place comes to the front</source>
            <translation>한자리를 나누는 패널 가운데 이전 것이 앞으로 나옵니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Undock panel, or dock it</source>
            <translation>패널 떼기, 또는 붙이기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>The panel that has the keys becomes a window of its own, and back</source>
            <translation>키를 받는 패널이 따로 창이 되고, 다시 돌아옵니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Save layout…</source>
            <translation>배치 저장…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Keep the places of all panels under a name</source>
            <translation>모든 패널의 자리를 이름을 붙여 둡니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Reset layout</source>
            <translation>배치 되돌리기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Put every panel back in its place</source>
            <translation>모든 패널을 제자리로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Keys…</source>
            <translation>단축키…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>All keys, to read and to change</source>
            <translation>모든 단축키를 보고 바꾸기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Commands…</source>
            <translation>명령…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Find a command or a layer by typing</source>
            <translation>명령이나 층을 입력하여 찾기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Open log folder</source>
            <translation>기록 폴더 열기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>The files that say what DeepVis did; a report of a fault is better with them</source>
            <translation>DeepVis가 한 일을 적은 파일. 문제를 알릴 때 함께 보내면 좋습니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>What is this?</source>
            <translation>이것은 무엇인가요?</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>What the panel that has the keys shows, how to read it, and where it comes from</source>
            <translation>키를 받는 패널이 무엇을 보이고, 어떻게 읽으며, 어디서 왔는지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Welcome</source>
            <translation>환영</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Choose what is looked at, as at the first start</source>
            <translation>처음 시작할 때처럼 무엇을 볼지 고릅니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Tour</source>
            <translation>둘러보기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Six hints on the window</source>
            <translation>창에 대한 여섯 가지 도움말</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>About DeepVis…</source>
            <translation>DeepVis에 대하여…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/action_table.py"></location>
            <source>Version and licence</source>
            <translation>버전과 사용 허가</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/application.py"></location>
            <source>There is no panel {name}. There are: {names}.</source>
            <translation>{name}이라는 패널은 없습니다. 있는 것: {names}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/application.py"></location>
            <source>There is no file or folder {path}.</source>
            <translation>파일이나 폴더 {path}이(가) 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/comparison.py"></location>
            <source>waiting…</source>
            <translation>기다리는 중…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/comparison.py"></location>
            <source>press Compare</source>
            <translation>비교를 누르세요</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/comparison.py"></location>
            <source>not computed</source>
            <translation>계산하지 않음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/about.py"></location>
            <source>Shows what a convolutional network does, live.</source>
            <translation>합성곱 신경망이 하는 일을 실시간으로 보여 줍니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/about.py"></location>
            <source>Free software under the Apache License 2.0.</source>
            <translation>Apache License 2.0의 자유 소프트웨어.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/about.py"></location>
            <source>After Yosinski's Deep Visualization Toolbox and the CS231n lectures.</source>
            <translation>요신스키의 Deep Visualization Toolbox와 CS231n 강의를 이어받았습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/about.py"></location>
            <source>Copy</source>
            <translation>복사</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/about.py"></location>
            <source>Copied</source>
            <translation>복사함</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/about.py"></location>
            <source>Version</source>
            <translation>버전</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/about.py"></location>
            <source>System</source>
            <translation>시스템</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/about.py"></location>
            <source>Source</source>
            <translation>소스</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/about.py"></location>
            <source>Parameters</source>
            <translation>매개변수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/about.py"></location>
            <source>Layers</source>
            <translation>층</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/about.py"></location>
            <source>{all}, {main} of them in the strip</source>
            <translation>{all}개, 그 가운데 {main}개가 띠에</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/about.py"></location>
            <source>Classes</source>
            <translation>클래스</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/about.py"></location>
            <source>Input</source>
            <translation>입력</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/about.py"></location>
            <source>Runs on</source>
            <translation>도는 곳</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/checkpoint.py"></location>
            <source>Open weights</source>
            <translation>가중치 열기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/checkpoint.py"></location>
            <source>Recognise from the weights</source>
            <translation>가중치를 보고 알아보기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/checkpoint.py"></location>
            <source>A text file, one class a line; may be left out</source>
            <translation>한 줄에 클래스 하나인 텍스트 파일. 없어도 됩니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/checkpoint.py"></location>
            <source>Name of the function that returns the network</source>
            <translation>네트워크를 돌려주는 함수의 이름</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/checkpoint.py"></location>
            <source>I trust this file: its code will run with all my rights</source>
            <translation>이 파일을 믿습니다: 코드가 나의 모든 권한으로 돕니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/checkpoint.py"></location>
            <source>File</source>
            <translation>파일</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/checkpoint.py"></location>
            <source>Architecture</source>
            <translation>구조</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/checkpoint.py"></location>
            <source>Function</source>
            <translation>함수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/checkpoint.py"></location>
            <source>Class names</source>
            <translation>클래스 이름</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/checkpoint.py"></location>
            <source>There is no such file.</source>
            <translation>그런 파일이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/checkpoint.py"></location>
            <source>Choose…</source>
            <translation>고르기…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/checkpoint.py"></location>
            <source>The function is called without arguments and returns a torch module.</source>
            <translation>함수는 인자 없이 불리며 torch 모듈을 돌려줍니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/checkpoint.py"></location>
            <source>A program runs as it was exported: at its own picture size, and where it was exported for one picture at a time, without methods that compare many.</source>
            <translation>프로그램은 내보낸 그대로 돕니다: 자기 이미지 크기로, 그리고 한 번에 이미지 하나로 내보냈다면 여럿을 비교하는 방법 없이.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/checkpoint.py"></location>
            <source>Weights are read as plain numbers; code in them is refused.</source>
            <translation>가중치는 수로만 읽으며, 그 안의 코드는 거부합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/enlarged.py"></location>
            <source>Found</source>
            <translation>찾은 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/enlarged.py"></location>
            <source>Save…</source>
            <translation>저장…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/enlarged.py"></location>
            <source>Where this class wins.</source>
            <translation>이 클래스가 이기는 곳.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/enlarged.py"></location>
            <source>box {number}</source>
            <translation>상자 {number}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/enlarged.py"></location>
            <source>In pixels of the picture.</source>
            <translation>이미지의 픽셀 단위.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/enlarged.py"></location>
            <source>The usual ones</source>
            <translation>보통 쓰는 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/failure.py"></location>
            <source>What went wrong</source>
            <translation>무엇이 잘못되었나</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/failure.py"></location>
            <source>DeepVis goes on. Should it happen again, these details help to mend it: they name no folder of yours. Please read them before you pass them on.</source>
            <translation>DeepVis는 계속 돕니다. 다시 일어나면 이 내용이 고치는 데 도움이 됩니다. 개인 폴더의 이름은 들어 있지 않습니다. 보내기 전에 읽어 보세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/failure.py"></location>
            <source>Details</source>
            <translation>자세히</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/failure.py"></location>
            <source>Copy details</source>
            <translation>자세한 내용 복사</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/failure.py"></location>
            <source>The log says what DeepVis did before; its files are plain text.</source>
            <translation>DeepVis가 그 전에 한 일은 기록에 있습니다. 파일은 보통 텍스트입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>A folder, a zip file, or a text file that lists pictures</source>
            <translation>폴더, zip 파일, 또는 이미지를 적은 텍스트 파일</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>A folder for the index</source>
            <translation>색인을 둘 폴더</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>and as many that it answers to least</source>
            <translation>그리고 가장 작게 답하는 것도 같은 수만큼</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>Make it anew</source>
            <translation>새로 만들기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>How many patches of each unit are kept</source>
            <translation>유닛마다 패치를 몇 개 둘지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>Forget what is in the index there, and look at every picture again</source>
            <translation>거기 있는 색인을 잊고 모든 이미지를 다시 보기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>Keep it in</source>
            <translation>둘 곳</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>Patches of a unit</source>
            <translation>유닛의 패치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>There is nothing at {path}.</source>
            <translation>{path}에는 아무것도 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>Choose at least one layer.</source>
            <translation>층을 하나 이상 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>Pictures to index</source>
            <translation>색인할 이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>Zip files and lists</source>
            <translation>zip 파일과 목록</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>Where to keep the index</source>
            <translation>색인을 둘 곳</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>{layer}, {count} units</source>
            <translation>{layer}, 유닛 {count}개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>Folder…</source>
            <translation>폴더…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>File…</source>
            <translation>파일…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>{layers} layers, {units} units: about {megabytes} MB on disk for every 1,000 pictures.</source>
            <translation>층 {layers}개, 유닛 {units}개: 이미지 1,000개마다 디스크 약 {megabytes} MB.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>An index is there already: for the same layers only new and changed pictures are looked at.</source>
            <translation>거기에 색인이 이미 있습니다: 층이 같으면 새롭거나 바뀐 이미지만 봅니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>Main layers</source>
            <translation>주요 층</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>All layers</source>
            <translation>모든 층</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_form.py"></location>
            <source>Chosen layers</source>
            <translation>고른 층</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_progress.py"></location>
            <source>All {total} pictures have been looked at.</source>
            <translation>이미지 {total}개를 모두 보았습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_progress.py"></location>
            <source>{minutes} min</source>
            <translation>{minutes}분</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_progress.py"></location>
            <source>{seen} of {total} pictures</source>
            <translation>이미지 {total}개 중 {seen}개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_progress.py"></location>
            <source>Stopped at {seen} of {total} pictures. Started again, it goes on from there.</source>
            <translation>이미지 {total}개 중 {seen}개에서 멈추었습니다. 다시 시작하면 거기서 이어집니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_progress.py"></location>
            <source>Nothing was new: all {total} pictures were in the index already.</source>
            <translation>새로운 것이 없습니다: 이미지 {total}개가 모두 이미 색인에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_progress.py"></location>
            <source>paused</source>
            <translation>멈춤</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_progress.py"></location>
            <source>{seconds} s</source>
            <translation>{seconds}초</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_progress.py"></location>
            <source>Pictures that could not be read</source>
            <translation>읽지 못한 이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_progress.py"></location>
            <source>{count} could not be read:</source>
            <translation>읽지 못한 것 {count}개:</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_progress.py"></location>
            <source>It did not begin.</source>
            <translation>시작하지 못했습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_progress.py"></location>
            <source>Looking for pictures…</source>
            <translation>이미지를 찾는 중…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_progress.py"></location>
            <source>{rate} pictures a second</source>
            <translation>초당 {rate}개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_progress.py"></location>
            <source>{count} could not be read</source>
            <translation>읽지 못한 것 {count}개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/index_progress.py"></location>
            <source>{time} left</source>
            <translation>{time} 남음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/indexing.py"></location>
            <source>Index pictures</source>
            <translation>이미지 색인</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/indexing.py"></location>
            <source>Start</source>
            <translation>시작</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/indexing.py"></location>
            <source>Pause</source>
            <translation>잠시 멈춤</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/indexing.py"></location>
            <source>Stop</source>
            <translation>멈춤</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/indexing.py"></location>
            <source>Index more…</source>
            <translation>더 색인하기…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/indexing.py"></location>
            <source>Close</source>
            <translation>닫기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/indexing.py"></location>
            <source>Go on</source>
            <translation>계속</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/indexing.py"></location>
            <source>The network looks at every picture once, beside the live frames. Then each unit shows what it answers to most, and pictures can be found, mapped and counted. Stopped, it goes on from there next time.</source>
            <translation>실시간 프레임 곁에서, 네트워크가 모든 이미지를 한 번씩 봅니다. 그러고 나면 유닛마다 무엇에 가장 크게 답하는지 보이고, 이미지를 찾고 지도로 그리고 셀 수 있습니다. 멈추면 다음에 거기서 이어집니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/keys.py"></location>
            <source>Keys</source>
            <translation>단축키</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/keys.py"></location>
            <source>Search commands and keys</source>
            <translation>명령과 단축키 찾기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/keys.py"></location>
            <source>Commands</source>
            <translation>명령</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/keys.py"></location>
            <source>New key</source>
            <translation>새 키</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/keys.py"></location>
            <source>Add key</source>
            <translation>키 더하기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/keys.py"></location>
            <source>Remove keys</source>
            <translation>키 빼기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/keys.py"></location>
            <source>As delivered</source>
            <translation>처음대로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/keys.py"></location>
            <source>Command</source>
            <translation>명령</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/keys.py"></location>
            <source>What it does</source>
            <translation>하는 일</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/keys.py"></location>
            <source>All as delivered</source>
            <translation>모두 처음대로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/keys.py"></location>
            <source>Take it away</source>
            <translation>빼앗아 오기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/keys.py"></location>
            <source>{key} belongs to “{command}”.</source>
            <translation>{key}은(는) “{command}”의 키입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/keys.py"></location>
            <source>Choose a command, then press the key that it should have.</source>
            <translation>명령을 고른 다음, 쓸 키를 누르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/map_settings.py"></location>
            <source>the principal components</source>
            <translation>주성분</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/map_settings.py"></location>
            <source>random places</source>
            <translation>무작위 위치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/map_settings.py"></location>
            <source>cosine</source>
            <translation>코사인</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/map_settings.py"></location>
            <source>Euclidean</source>
            <translation>유클리드</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/map_settings.py"></location>
            <source>Settings of the map</source>
            <translation>지도 설정</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/map_settings.py"></location>
            <source>Make map</source>
            <translation>지도 만들기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/map_settings.py"></location>
            <source>As at first</source>
            <translation>처음대로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/map_settings.py"></location>
            <source>Cancel</source>
            <translation>취소</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/map_settings.py"></location>
            <source>The number of pictures is for both kinds of map, the rest for t-SNE. The same seed gives the same map.</source>
            <translation>이미지 수는 두 지도 모두에, 나머지는 t-SNE에 쓰입니다. 시드가 같으면 지도도 같습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/network_files.py"></location>
            <source>Download</source>
            <translation>내려받기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/network_files.py"></location>
            <source>Fetch the weights now; it goes on when this dialog is closed</source>
            <translation>지금 가중치를 내려받습니다. 이 대화 상자를 닫아도 계속됩니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/network_files.py"></location>
            <source>Remove</source>
            <translation>삭제</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/network_files.py"></location>
            <source>Delete the weights from this computer; they can be downloaded again</source>
            <translation>이 컴퓨터에서 가중치를 지웁니다. 다시 내려받을 수 있습니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/network_files.py"></location>
            <source>Weights that were downloaded, and those on their way</source>
            <translation>내려받은 가중치와 내려받는 중인 가중치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/network_files.py"></location>
            <source>1 network</source>
            <translation>네트워크 1개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/network_files.py"></location>
            <source>{count} networks</source>
            <translation>네트워크 {count}개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/network_files.py"></location>
            <source>On this computer: {words}, {size}</source>
            <translation>이 컴퓨터: {words}, {size}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/network_files.py"></location>
            <source>Resume</source>
            <translation>계속</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/network_files.py"></location>
            <source>The weights could not be removed: {reason}.</source>
            <translation>가중치를 지울 수 없습니다: {reason}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>Words of the name, a year, or bounds: &gt;80 (top-1 in percent), &lt;30M (parameters), &lt;100MB (to download), &lt;300px (side of the input)</source>
            <translation>이름의 낱말, 연도 또는 범위: &gt;80 (top-1 정확도 %), &lt;30M (매개변수), &lt;100MB (내려받을 크기), &lt;300px (입력의 한 변)</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>Networks</source>
            <translation>네트워크</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>Search, e.g. resnet 2015 &gt;75 &lt;30M</source>
            <translation>검색, 예: resnet 2015 &gt;75 &lt;30M</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>Which networks are listed</source>
            <translation>어떤 네트워크를 보일지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>Random weights, as before training; seed</source>
            <translation>학습 전의 무작위 가중치, 시드</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>Open a file…</source>
            <translation>파일 열기…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>Weights, a program or an ONNX file of your own</source>
            <translation>직접 만든 가중치, 프로그램 또는 ONNX 파일</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>Network</source>
            <translation>네트워크</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>Year</source>
            <translation>연도</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>Top-1</source>
            <translation>Top-1</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>on this computer</source>
            <translation>이 컴퓨터에 있음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>When the paper came out</source>
            <translation>논문이 나온 해</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>How often it is right on ImageNet, where that is stated</source>
            <translation>ImageNet에서 맞힌 비율 (밝혀진 경우)</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>All</source>
            <translation>모두</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>On this computer</source>
            <translation>이 컴퓨터에 있는 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>Used lately</source>
            <translation>최근에 쓴 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>Nothing fits. Try fewer words, or another list.</source>
            <translation>맞는 것이 없습니다. 낱말을 줄이거나 다른 목록을 골라 보십시오.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>timm builds this network, and is not installed: {line}</source>
            <translation>이 네트워크는 timm이 만드는데 설치되어 있지 않습니다: {line}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>{title} is built with random weights.</source>
            <translation>{title}은(는) 무작위 가중치로 만듭니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>{title} is on this computer.</source>
            <translation>{title}은(는) 이 컴퓨터에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/networks.py"></location>
            <source>{title} is downloaded once: {size}.</source>
            <translation>{title}은(는) 한 번 내려받습니다: {size}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/palette.py"></location>
            <source>Type a command, a layer or a unit</source>
            <translation>명령, 층이나 유닛을 입력하세요</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/palette.py"></location>
            <source>Nothing of that name.</source>
            <translation>그런 이름은 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/parts.py"></location>
            <source>Open</source>
            <translation>열기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>Preferences</source>
            <translation>환경 설정</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>Language</source>
            <translation>언어</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>Letters</source>
            <translation>글자</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>Device</source>
            <translation>장치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>As it goes best</source>
            <translation>가장 잘 도는 대로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>Threads</source>
            <translation>스레드</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>Whatever is faster, where the pictures stay the same</source>
            <translation>이미지가 그대로인 한 더 빠른 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>float32: exact</source>
            <translation>float32: 정확함</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>bfloat16: half the memory</source>
            <translation>bfloat16: 메모리 절반</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>Live pictures</source>
            <translation>실시간 이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>no limit</source>
            <translation>제한 없음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>At most</source>
            <translation>최대</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>What was not used for longest is deleted first; it can be fetched again.</source>
            <translation>가장 오래 쓰지 않은 것부터 지웁니다. 다시 받을 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>Another folder…</source>
            <translation>다른 폴더…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>The usual one</source>
            <translation>보통 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>In use</source>
            <translation>쓰는 중</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>Place</source>
            <translation>장소</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>The system's first</source>
            <translation>시스템의 첫 번째</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>{name} (not plugged in)</source>
            <translation>{name} (연결되지 않음)</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>Mirrored, as one sees oneself</source>
            <translation>거울처럼 좌우 바꾸기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>Ask before the window closes</source>
            <translation>창을 닫기 전에 묻기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>Begin with the welcome</source>
            <translation>환영 화면으로 시작</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>Where to keep what is fetched</source>
            <translation>받은 것을 둘 곳</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>{megabytes} MB</source>
            <translation>{megabytes} MB</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>Look</source>
            <translation>모양</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>Computing</source>
            <translation>계산</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>Storage</source>
            <translation>저장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>Window</source>
            <translation>창</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>All of this changes at once, in every window that is open.</source>
            <translation>모두 열려 있는 모든 창에서 바로 바뀝니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>Another device loads the network anew; another precision makes its fast copy anew. What is saved, optimised or compared is always float32.</source>
            <translation>장치를 바꾸면 네트워크를 새로 불러오고, 정밀도를 바꾸면 빠른 사본을 새로 만듭니다. 저장하고 최적화하고 비교하는 것은 언제나 float32입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>Networks that were fetched and pictures that were made for units. Another place counts at once; what is in the old one stays there until you move or delete it.</source>
            <translation>받은 네트워크와 유닛을 위해 만든 이미지. 장소를 바꾸면 바로 쓰이며, 전의 것은 옮기거나 지울 때까지 그대로 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>A camera that is open is opened anew, in its format nearest to this size.</source>
            <translation>열려 있는 카메라는 이 크기에 가장 가까운 형식으로 다시 엽니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>Both count from now on.</source>
            <translation>둘 다 지금부터 적용됩니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preferences.py"></location>
            <source>{folder} cannot be used: {reason}.</source>
            <translation>{folder}을(를) 쓸 수 없습니다: {reason}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>Preprocessing</source>
            <translation>전처리</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>Size</source>
            <translation>크기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>Fit</source>
            <translation>맞춤</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>Shorter side</source>
            <translation>짧은 변</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>Smoothing</source>
            <translation>보간</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>Values</source>
            <translation>값</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>Range</source>
            <translation>범위</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>Order</source>
            <translation>순서</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>Mean</source>
            <translation>평균</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>Deviation</source>
            <translation>편차</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>What a network was trained with; anything else makes its answers worse.</source>
            <translation>네트워크가 학습한 방식입니다. 다르게 하면 답이 나빠집니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>Keep</source>
            <translation>적용</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>As the network came</source>
            <translation>네트워크의 원래 값</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>pixels</source>
            <translation>픽셀</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>pixels, before the crop</source>
            <translation>픽셀, 자르기 전</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>ImageNet</source>
            <translation>ImageNet</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>Tiny-ImageNet</source>
            <translation>Tiny-ImageNet</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>0 to 1</source>
            <translation>0에서 1</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>−1 to 1</source>
            <translation>−1에서 1</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>Caffe: BGR, 0 to 255</source>
            <translation>Caffe: BGR, 0에서 255</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>Crop the middle</source>
            <translation>가운데 자르기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>Add borders</source>
            <translation>테두리 더하기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>Stretch</source>
            <translation>늘이기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>0 to 255</source>
            <translation>0에서 255</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>Bilinear</source>
            <translation>쌍선형</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>Bicubic</source>
            <translation>쌍삼차</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/preprocessing.py"></location>
            <source>Nearest</source>
            <translation>최근접</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/region.py"></location>
            <source>Draw a rectangle. Esc goes back.</source>
            <translation>사각형을 그리세요. Esc로 돌아갑니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/sanity.py"></location>
            <source>From the last layer to the first, the weights of a copy of the network are drawn anew. A map that depends on what was learnt is soon another one; one that stays as it was shows the picture, whatever the network (Adebayo et al. 2018).</source>
            <translation>마지막 층부터 첫 층까지, 네트워크 사본의 가중치를 새로 뽑습니다. 배운 것에 달린 맵은 곧 달라지고, 그대로인 맵은 어느 네트워크든 이미지 자체를 보일 뿐입니다 (Adebayo et al. 2018).</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/save.py"></location>
            <source>Save picture</source>
            <translation>이미지 저장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/save.py"></location>
            <source>PNG, as it is shown</source>
            <translation>PNG, 보이는 그대로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/save.py"></location>
            <source>PNG, computed anew in full precision at the network's own size</source>
            <translation>PNG, 네트워크 자체의 크기로 온전한 정밀도에서 다시 계산</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/save.py"></location>
            <source>NumPy array (.npy), the float32 values themselves</source>
            <translation>NumPy 배열 (.npy), float32 값 그대로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/save.py"></location>
            <source>A PNG holds what made it: network, layer, unit, method and parameters.</source>
            <translation>PNG에는 만든 것이 함께 담깁니다: 네트워크, 층, 유닛, 방법, 매개변수.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/save.py"></location>
            <source>Copy command</source>
            <translation>명령 복사</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/save.py"></location>
            <source>The line for a terminal that writes this picture, in full precision.</source>
            <translation>이 이미지를 온전한 정밀도로 쓰는 터미널 명령.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/whole_picture.py"></location>
            <source>Unit {unit} of {layer} answers {value} at ({y}, {x}); framed is what it sees there.</source>
            <translation>{layer}의 유닛 {unit}은 ({y}, {x})에서 {value}(으)로 답합니다. 테두리 안이 거기서 보는 것입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/whole_picture.py"></location>
            <source>Reading…</source>
            <translation>읽는 중…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/whole_picture.py"></location>
            <source>Make it the input</source>
            <translation>입력으로 하기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/whole_picture.py"></location>
            <source>Find like this</source>
            <translation>닮은 것 찾기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/whole_picture.py"></location>
            <source>Show the pictures most like this one in the panel Neighbours</source>
            <translation>이것과 가장 닮은 이미지를 이웃 패널에서 보기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/whole_picture.py"></location>
            <source>{path} is no longer there.</source>
            <translation>{path}이(가) 더 이상 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/dialogs/whole_picture.py"></location>
            <source>The network says: {classes}</source>
            <translation>네트워크의 답: {classes}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/docks.py"></location>
            <source>Undock</source>
            <translation>떼어 내기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/docks.py"></location>
            <source>Fill the window</source>
            <translation>창 채우기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/docks.py"></location>
            <source>Back to all panels</source>
            <translation>모든 패널로 돌아가기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/example_table.py"></location>
            <source>First-layer filters</source>
            <translation>첫 층의 필터</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/example_table.py"></location>
            <source>The weights of the first layer as small pictures: edges and colours, whatever the network was trained on. Noise among them says that it was trained too little.
Krizhevsky et al. 2012</source>
            <translation>첫 층의 가중치를 작은 그림으로: 무엇을 배웠든 가장자리와 색입니다. 잡음 같은 것이 있으면 덜 배운 것입니다.
Krizhevsky et al. 2012</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/example_table.py"></location>
            <source>Activation maps</source>
            <translation>활성화 맵</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/example_table.py"></location>
            <source>Every unit's answer, and one of them over the picture: bright is where it answers. Most units are dark most of the time; find one that follows a face or a text.
Yosinski et al. 2015</source>
            <translation>모든 유닛의 답과, 이미지 위에 얹은 하나: 밝은 곳이 답하는 곳입니다. 대부분의 유닛은 대부분 어둡습니다. 얼굴이나 글자를 따라가는 유닛을 찾아보세요.
Yosinski et al. 2015</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/example_table.py"></location>
            <source>Patches that excite a unit</source>
            <translation>유닛을 자극하는 패치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/example_table.py"></location>
            <source>The parts of the samples to which each unit answers most, nine in a row: what they have in common is what the unit looks for. An index of your own pictures shows more.
Springenberg et al. 2015</source>
            <translation>샘플에서 유닛마다 가장 크게 답하는 부분을 한 줄에 아홉 개씩: 공통점이 유닛이 찾는 것입니다. 가진 이미지로 색인을 만들면 더 많이 보입니다.
Springenberg et al. 2015</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/example_table.py"></location>
            <source>How much the class's score changes with each pixel: bright pixels matter. It is noisy, and yet finds the thing without ever having been told where it is.
Simonyan et al. 2013</source>
            <translation>픽셀마다 클래스 점수가 얼마나 바뀌는지: 밝은 픽셀이 중요합니다. 잡음이 많지만, 어디 있는지 배운 적 없이도 물체를 찾습니다.
Simonyan et al. 2013</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/example_table.py"></location>
            <source>A grey patch slides over the picture; where the class's score falls most, the network was looking.
Zeiler &amp; Fergus 2014</source>
            <translation>회색 조각이 이미지 위를 움직입니다. 클래스 점수가 가장 떨어지는 곳이 네트워크가 보던 곳입니다.
Zeiler &amp; Fergus 2014</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/example_table.py"></location>
            <source>What in the picture made a unit of a middle layer answer, projected back to the pixels: only what is positive passes rectifiers on the way. Step through units by the arrows.
Zeiler &amp; Fergus 2014</source>
            <translation>가운데 층의 유닛을 답하게 한 이미지의 부분을 픽셀로 되돌린 것: 도중에 정류기는 양수만 지나갑니다. 화살표로 유닛을 옮겨 다니세요.
Zeiler &amp; Fergus 2014</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/example_table.py"></location>
            <source>The same, where rectifiers pass only what was positive both ways: the sharpest pictures of what a unit sees, but less bound to what the network learnt.
Springenberg et al. 2015</source>
            <translation>같지만, 정류기가 양방향 모두 양수였던 것만 지나가게 합니다: 유닛이 보는 것을 가장 또렷이 보이지만, 네트워크가 배운 것에는 덜 매입니다.
Springenberg et al. 2015</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/example_table.py"></location>
            <source>Grad-CAM over the picture</source>
            <translation>이미지 위의 Grad-CAM</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/example_table.py"></location>
            <source>Where the last maps speak for the class, as heat over the picture; choose another class in the panel Why to see what would speak for it.
Selvaraju et al. 2017</source>
            <translation>마지막 맵이 클래스를 지지하는 곳을 이미지 위의 열로. 왜 패널에서 다른 클래스를 고르면 그것을 지지하는 곳이 보입니다.
Selvaraju et al. 2017</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/example_table.py"></location>
            <source>Class picture</source>
            <translation>클래스 이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/example_table.py"></location>
            <source>A picture made from noise so that one class's score grows: what the network takes for that class. Look for parts that come again and again.
Simonyan et al. 2013, Yosinski et al. 2015</source>
            <translation>한 클래스의 점수가 커지도록 잡음에서 만든 이미지: 네트워크가 그 클래스라고 여기는 것입니다. 되풀이되는 부분을 찾아보세요.
Simonyan et al. 2013, Yosinski et al. 2015</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/example_table.py"></location>
            <source>The picture is changed so that whatever a layer sees in it, it sees more of: eyes, feathers, towers grow out of clouds and walls.
Mordvintsev et al. 2015</source>
            <translation>층이 보는 것을 더 보도록 이미지를 바꿉니다: 구름과 벽에서 눈, 깃털, 탑이 자라납니다.
Mordvintsev et al. 2015</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/example_table.py"></location>
            <source>Fooling picture</source>
            <translation>속이는 이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/example_table.py"></location>
            <source>The picture is changed by so little that nobody sees it, until the network takes it for something else. The difference is shown many times larger.
Szegedy et al. 2013, Goodfellow et al. 2015</source>
            <translation>네트워크가 다른 것으로 볼 때까지, 아무도 모를 만큼 조금만 이미지를 바꿉니다. 차이는 여러 배로 키워 보입니다.
Szegedy et al. 2013, Goodfellow et al. 2015</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/example_table.py"></location>
            <source>Texture</source>
            <translation>텍스처</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/example_table.py"></location>
            <source>A new patch of the same stuff, grown pixel by pixel out of the sample: what can be said of a texture by its neighbourhoods alone.
Efros &amp; Leung 1999</source>
            <translation>표본에서 픽셀 하나씩 자라난, 같은 재질의 새 조각: 이웃만으로 텍스처를 얼마나 말할 수 있는지.
Efros &amp; Leung 1999</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/example_table.py"></location>
            <source>The picture, live, in the manner of a painting: what is in it stays, how it is painted changes.
Gatys et al. 2016, Johnson et al. 2016</source>
            <translation>실시간 이미지를 그림의 화풍으로: 담긴 것은 그대로, 그리는 방법이 바뀝니다.
Gatys et al. 2016, Johnson et al. 2016</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/examples.py"></location>
            <source>A picture is being made already; stop it first.</source>
            <translation>이미 이미지를 만들고 있습니다. 먼저 멈추세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_files.py"></location>
            <source>Explanations</source>
            <translation>설명</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_files.py"></location>
            <source>Why {label}?</source>
            <translation>왜 {label}인가?</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>{ms} ms</source>
            <translation>{ms} ms</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>{method}: the network is forgetting…</source>
            <translation>{method}: 네트워크가 잊는 중…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>{before} → {low} … {high}</source>
            <translation>{before} → {low} … {high}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>adds up within {off}</source>
            <translation>합이 {off} 안에서 맞음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>{share} of the picture</source>
            <translation>이미지의 {share}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>deletion {area}</source>
            <translation>삭제 {area}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>insertion {area}</source>
            <translation>삽입 {area}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>IoU {share}</source>
            <translation>IoU {share}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>class</source>
            <translation>클래스</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>time</source>
            <translation>시간</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>Of the method alone.</source>
            <translation>방법만의 시간.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>1 box</source>
            <translation>상자 1개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>{count} boxes</source>
            <translation>상자 {count}개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>made of</source>
            <translation>바탕 층</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>The layer whose maps it is made of.</source>
            <translation>맵을 내어 준 층.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>deletion</source>
            <translation>삭제</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>insertion</source>
            <translation>삽입</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>boxes fit</source>
            <translation>상자 일치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>attention {share}, {chance} among {count} classes</source>
            <translation>어텐션 {share}, 클래스 {count}개 중 {chance}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>The mean probability of the class while the most important pixels are taken away first: the lower, the more faithful the map.</source>
            <translation>가장 중요한 픽셀부터 지우는 동안 클래스의 평균 확률: 낮을수록 맵이 충실합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>The mean probability of the class while the most important pixels are given first to a blurred picture: the higher, the more faithful the map.</source>
            <translation>흐린 이미지에 가장 중요한 픽셀부터 넣는 동안 클래스의 평균 확률: 높을수록 맵이 충실합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>Intersection over union with the boxes of the picture's box file; half or more counts as found.</source>
            <translation>이미지의 상자 파일에 있는 상자와의 IoU. 절반 이상이면 찾은 것으로 칩니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>The probability with nothing covered.</source>
            <translation>아무것도 가리지 않았을 때의 확률.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>The lowest probability with a square somewhere.</source>
            <translation>정사각형을 어딘가 놓았을 때 가장 낮은 확률.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>The highest probability with a square somewhere.</source>
            <translation>정사각형을 어딘가 놓았을 때 가장 높은 확률.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>Places where a square was put.</source>
            <translation>정사각형을 놓은 위치의 수.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>All pixels together.</source>
            <translation>모든 픽셀을 더한 것.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>By how much the score differs from that of the empty picture; the sum should be the same.</source>
            <translation>빈 이미지의 점수와의 차이. 합이 이것과 같아야 합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>How far the sum is off.</source>
            <translation>합이 얼마나 어긋나는지.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>Pictures on the way.</source>
            <translation>길 위의 이미지 수.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>The part of the picture that was cut out.</source>
            <translation>오려 낸 이미지의 부분.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>How much of the picture the class's slot looks at: its mean attention.</source>
            <translation>클래스의 슬롯이 이미지를 얼마나 보는지: 평균 어텐션.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>Of the class among those that the slots know, by what they see alone.</source>
            <translation>슬롯이 아는 클래스 가운데, 슬롯이 본 것만으로 매긴 순위.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>So many classes have a slot.</source>
            <translation>슬롯이 있는 클래스의 수.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>{method} depends on what was learnt: its map is another one as soon as {layer} alone has forgotten ({correlation}).</source>
            <translation>{method}은(는) 배운 것에 달려 있습니다: {layer} 하나만 잊어도 맵이 달라집니다 ({correlation}).</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>{method} depends on what was learnt: its map is another one once all layers down to {layer} have forgotten ({correlation}).</source>
            <translation>{method}은(는) 배운 것에 달려 있습니다: {layer}까지 모든 층이 잊으면 맵이 달라집니다 ({correlation}).</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>{method} changes late, only once all layers down to {layer} have forgotten ({correlation}): it shows the picture's own lines more than what speaks for the class.</source>
            <translation>{method}은(는) {layer}까지 모든 층이 잊고서야 늦게 바뀝니다 ({correlation}): 클래스를 지지하는 것보다 이미지 자체의 선을 더 보입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/explained_words.py"></location>
            <source>{method} hardly changes: when every layer has forgotten, its map is still much the same ({correlation}). It shows the picture, whatever the network.</source>
            <translation>{method}은(는) 거의 바뀌지 않습니다: 모든 층이 잊어도 맵이 거의 같습니다 ({correlation}). 어느 네트워크든 이미지 자체를 보입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/exporting.py"></location>
            <source>Save report</source>
            <translation>보고서 저장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/exporting.py"></location>
            <source>Record</source>
            <translation>녹화</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/exporting.py"></location>
            <source>Recording {time}</source>
            <translation>녹화 중 {time}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/exporting.py"></location>
            <source>Stop and keep the film</source>
            <translation>멈추고 영상 두기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/exporting.py"></location>
            <source>Saved {file}</source>
            <translation>{file}에 저장함</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/exporting.py"></location>
            <source>The film {path} could not be written: {reason}.</source>
            <translation>영상 {path}에 쓸 수 없었습니다: {reason}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/file_kinds.py"></location>
            <source>Videos</source>
            <translation>동영상</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/file_kinds.py"></location>
            <source>All files</source>
            <translation>모든 파일</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/finding.py"></location>
            <source>layer, {count} units</source>
            <translation>층, 유닛 {count}개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/finding.py"></location>
            <source>unit of {layer}</source>
            <translation>{layer}의 유닛</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/finding.py"></location>
            <source>Network {title}</source>
            <translation>네트워크 {title}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/home.py"></location>
            <source>Close the window? What is being made or indexed stops; what is finished is kept.</source>
            <translation>창을 닫을까요? 만들거나 색인하던 것은 멈추고, 끝난 것은 남습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/indexing.py"></location>
            <source>Open an index</source>
            <translation>색인 열기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/indexing.py"></location>
            <source>All {count} pictures are indexed.</source>
            <translation>이미지 {count}개를 모두 색인했습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/input_words.py"></location>
            <source>centre crop</source>
            <translation>가운데 자르기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/input_words.py"></location>
            <source>letterbox</source>
            <translation>여백 더하기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/input_words.py"></location>
            <source>stretched</source>
            <translation>늘이기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/keeping.py"></location>
            <source>{session} was opened without what is no longer there: {files}.</source>
            <translation>더 이상 없는 것을 빼고 {session}을(를) 열었습니다: {files}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/keeping.py"></location>
            <source>{session} was opened without what makes no sense in it: {names}.</source>
            <translation>뜻이 통하지 않는 것을 빼고 {session}을(를) 열었습니다: {names}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/keeping.py"></location>
            <source>{session} holds what this DeepVis does not know: {names}. Saving the session again keeps it.</source>
            <translation>{session}에는 이 DeepVis가 모르는 것이 있습니다: {names}. 세션을 다시 저장해도 남습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/keeping.py"></location>
            <source>Save session</source>
            <translation>세션 저장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/keeping.py"></location>
            <source>The link is in the clipboard.</source>
            <translation>링크가 클립보드에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/keeping.py"></location>
            <source>The link shows {title}, which is not on this computer. Download it ({megabytes} MB)?</source>
            <translation>이 링크는 이 컴퓨터에 없는 {title}을(를) 보입니다. 내려받을까요({megabytes} MB)?</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/keeping.py"></location>
            <source>The link shows the network {name}. Load it?</source>
            <translation>이 링크는 네트워크 {name}을(를) 보입니다. 불러올까요?</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/keeping.py"></location>
            <source>The command is in the clipboard; it cannot say: {lost}. A session can.</source>
            <translation>명령이 클립보드에 있습니다. 다음은 담지 못합니다: {lost}. 세션에는 담깁니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/keeping.py"></location>
            <source>The command is in the clipboard.</source>
            <translation>명령이 클립보드에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/keeping.py"></location>
            <source>Opened {file}</source>
            <translation>{file}을(를) 열었습니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/keeping.py"></location>
            <source>This picture lies in no single file. Save the session instead: it holds the picture.</source>
            <translation>이 이미지는 파일 하나에 있지 않습니다. 대신 세션을 저장하세요. 이미지도 담깁니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/keeping.py"></location>
            <source>The command needs a picture that lies in a file. Save the input first, and open it.</source>
            <translation>명령에는 파일로 있는 이미지가 필요합니다. 먼저 입력을 저장하고 그것을 여세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/keeping.py"></location>
            <source>This picture was made from another input. Show that one first.</source>
            <translation>이 이미지는 다른 입력에서 만들었습니다. 먼저 그 입력을 보이세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/keeping.py"></location>
            <source>No command makes this picture. Save it instead.</source>
            <translation>이 이미지를 만드는 명령은 없습니다. 대신 저장하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/keeping.py"></location>
            <source>Open link</source>
            <translation>링크 열기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/keeping.py"></location>
            <source>The link's network is the file {file}. If you trust it, open it by Network, Open weights….</source>
            <translation>링크의 네트워크는 파일 {file}입니다. 믿는다면 네트워크, 가중치 열기…로 여세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/layouts.py"></location>
            <source>Save layout</source>
            <translation>배치 저장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/layouts.py"></location>
            <source>The places of all panels are kept under this name.</source>
            <translation>모든 패널의 자리를 이 이름으로 둡니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/layouts.py"></location>
            <source>The layout {name} is saved: Panels, Layouts.</source>
            <translation>배치 {name}을(를) 저장했습니다: 패널, 배치.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/layouts.py"></location>
            <source>The layout {name} is deleted.</source>
            <translation>배치 {name}을(를) 지웠습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/layouts.py"></location>
            <source>Layout {number}</source>
            <translation>배치 {number}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/layouts.py"></location>
            <source>The layout {name} no longer fits; it is left as it is.</source>
            <translation>배치 {name}은(는) 더 이상 맞지 않아 그대로 두었습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/lines.py"></location>
            <source>interventions</source>
            <translation>개입</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/lines.py"></location>
            <source>the slide show</source>
            <translation>슬라이드 쇼</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/lines.py"></location>
            <source>that it does not repeat</source>
            <translation>반복하지 않음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/lines.py"></location>
            <source>preprocessing</source>
            <translation>전처리</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/lines.py"></location>
            <source>the index</source>
            <translation>색인</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/lines.py"></location>
            <source>the unit kept of another layer</source>
            <translation>다른 층에서 붙든 유닛</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/lines.py"></location>
            <source>the other pictures</source>
            <translation>다른 이미지들</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/lines.py"></location>
            <source>mirrored</source>
            <translation>좌우 바꿈</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/links.py"></location>
            <source>This link is too long or damaged.</source>
            <translation>이 링크는 너무 길거나 손상되었습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/links.py"></location>
            <source>A link of DeepVis begins with deepvis://open? – this one does not: {link}</source>
            <translation>DeepVis의 링크는 deepvis://open? 으로 시작합니다. 이것은 아닙니다: {link}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/links.py"></location>
            <source>This link asks for {names}, which no link can. There are: {known}.</source>
            <translation>이 링크는 쓸 수 없는 {names}을(를) 요구합니다. 쓸 수 있는 것: {known}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/links.py"></location>
            <source>In this link {name} is {word}; it must be a whole number.</source>
            <translation>이 링크의 {name}은(는) {word}입니다. 정수여야 합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/links.py"></location>
            <source>This link is damaged: {link}</source>
            <translation>이 링크는 손상되었습니다: {link}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/main_window.py"></location>
            <source>1 thread</source>
            <translation>스레드 1개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/main_window.py"></location>
            <source>{count} threads</source>
            <translation>스레드 {count}개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/main_window.py"></location>
            <source>What was dropped is neither a file nor a picture.</source>
            <translation>놓은 것은 파일도 이미지도 아닙니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/main_window.py"></location>
            <source>Drop it to look at it</source>
            <translation>놓으면 보입니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/main_window.py"></location>
            <source>The settings could not be written: {reason}</source>
            <translation>설정을 쓸 수 없었습니다: {reason}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/making.py"></location>
            <source>Choose the picture whose style is taken over; up to {most}.</source>
            <translation>화풍을 가져올 이미지를 고르세요. 최대 {most}개.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/making.py"></location>
            <source>Another picture that guides this one; it may be left out.</source>
            <translation>이 이미지를 이끄는 다른 이미지. 없어도 됩니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>Index</source>
            <translation>색인</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>View</source>
            <translation>보기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>Help</source>
            <translation>도움말</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>Open recent</source>
            <translation>최근에 연 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>Cameras</source>
            <translation>카메라</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>Synthesis</source>
            <translation>합성</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>Painting</source>
            <translation>그림만</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>Style of the backward picture</source>
            <translation>역전파 이미지의 표시 방식</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>Backward pass</source>
            <translation>역전파</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>Explanation over the input</source>
            <translation>입력 위의 설명</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>Go to unit</source>
            <translation>유닛으로 가기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>Light and dark</source>
            <translation>밝게와 어둡게</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>Go to</source>
            <translation>가기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>Layouts</source>
            <translation>배치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>Panels</source>
            <translation>패널</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>Nothing opened yet</source>
            <translation>아직 연 것이 없음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>None yet</source>
            <translation>아직 없음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>Clear this list</source>
            <translation>목록 비우기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>Delete</source>
            <translation>지우기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>Threads as it goes best</source>
            <translation>가장 잘 도는 스레드 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>Examples</source>
            <translation>예제</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>No camera found</source>
            <translation>카메라를 찾지 못함</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/menus.py"></location>
            <source>None saved yet</source>
            <translation>아직 저장한 것 없음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/networking.py"></location>
            <source>{file} was written anew, and is loaded.</source>
            <translation>{file}이(가) 새로 쓰여 불러왔습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/networking.py"></location>
            <source>This network is from no file; the next one that is will be watched.</source>
            <translation>이 네트워크는 파일에서 온 것이 아닙니다. 다음에 파일에서 열면 지켜봅니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/networking.py"></location>
            <source>Automatic</source>
            <translation>자동</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/networking.py"></location>
            <source>NVIDIA GPU (CUDA)</source>
            <translation>NVIDIA GPU (CUDA)</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/networking.py"></location>
            <source>Apple GPU (MPS)</source>
            <translation>Apple GPU (MPS)</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/painting.py"></location>
            <source>Save painting</source>
            <translation>칠한 그림 저장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/painting.py"></location>
            <source>Record painting</source>
            <translation>그림 녹화</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/painting.py"></location>
            <source>Paint a video</source>
            <translation>동영상 칠하기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/painting.py"></location>
            <source>Save film</source>
            <translation>영상 저장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/painting.py"></location>
            <source>New style from a picture</source>
            <translation>이미지에서 새 화풍</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/painting.py"></location>
            <source>The new style is among the others now.</source>
            <translation>새 화풍이 이제 다른 화풍과 함께 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/painting.py"></location>
            <source>Saved {file}: {frames} pictures</source>
            <translation>{file}에 저장함: {frames}장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/painting.py"></location>
            <source>Saved {file}: {seconds} s, {frames} pictures</source>
            <translation>{file}에 저장함: {seconds}초, {frames}장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/__init__.py"></location>
            <source>Unit</source>
            <translation>유닛</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/__init__.py"></location>
            <source>Weights</source>
            <translation>가중치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/__init__.py"></location>
            <source>Why</source>
            <translation>왜</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/__init__.py"></location>
            <source>Intervene</source>
            <translation>개입</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/__init__.py"></location>
            <source>Compare</source>
            <translation>비교</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/__init__.py"></location>
            <source>Patches</source>
            <translation>패치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/__init__.py"></location>
            <source>Neighbours</source>
            <translation>이웃</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/__init__.py"></location>
            <source>Map</source>
            <translation>지도</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/__init__.py"></location>
            <source>Mistakes</source>
            <translation>틀린 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/classes.py"></location>
            <source>Number of classes listed</source>
            <translation>보이는 클래스 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/classes.py"></location>
            <source>How many of the most likely classes are listed</source>
            <translation>가장 그럴듯한 클래스를 몇 개 보일지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/classes.py"></location>
            <source>No network yet</source>
            <translation>아직 네트워크가 없음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/classes.py"></location>
            <source>show</source>
            <translation>보기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/classes.py"></location>
            <source>{count} kept</source>
            <translation>{count}개 둠</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/classes.py"></location>
            <source>of {count}</source>
            <translation>{count}개 중</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>Nothing to compare with yet.

Choose another network, another checkpoint of this one, or keep the frame that is shown now; the unit's map, their difference and the class scores of both then follow the stream.</source>
            <translation>아직 비교할 것이 없습니다.

다른 네트워크나 이 네트워크의 다른 체크포인트를 고르거나, 지금 보이는 프레임을 붙드세요. 그러면 유닛의 맵과 그 차이, 양쪽의 클래스 점수가 스트림을 따라갑니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>{name}: unit {unit}, up to {maximum:.3g}</source>
            <translation>{name}: 유닛 {unit}, 최대 {maximum:.3g}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>The unit's map here</source>
            <translation>여기 유닛의 맵</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>The unit's map on the other side</source>
            <translation>저쪽 유닛의 맵</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>What the other side answers more or less</source>
            <translation>저쪽이 더 또는 덜 답하는 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>Scores here and on the other side</source>
            <translation>여기와 저쪽의 점수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>What this network and frame are compared with</source>
            <translation>이 네트워크와 프레임을 무엇과 비교하는지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>Which layer of the other network is shown</source>
            <translation>다른 네트워크의 어느 층을 볼지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>Layer of the other network</source>
            <translation>다른 네트워크의 층</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>Which unit of the other network is shown</source>
            <translation>다른 네트워크의 어느 유닛을 볼지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>Unit of the other network</source>
            <translation>다른 네트워크의 유닛</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>The other side's map less this one's: dark where both agree, orange where the other answers more, blue where less</source>
            <translation>저쪽 맵에서 이쪽 맵을 뺀 것: 같은 곳은 어둡고, 저쪽이 더 답하는 곳은 주황, 덜 답하는 곳은 파랑입니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>here</source>
            <translation>여기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>difference up to {largest:.3g}</source>
            <translation>차이 최대 {largest:.3g}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>frame {number}</source>
            <translation>프레임 {number}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>Compare with…</source>
            <translation>비교할 것…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>Beside: the kept frame</source>
            <translation>곁에: 붙든 프레임</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>the same</source>
            <translation>같은 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>No picture yet</source>
            <translation>아직 이미지가 없음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>other side</source>
            <translation>저쪽</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>Another network…</source>
            <translation>다른 네트워크…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>Choose one by name</source>
            <translation>이름으로 고르기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>A checkpoint or another file…</source>
            <translation>체크포인트나 다른 파일…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>For example other weights of this network</source>
            <translation>예를 들어 이 네트워크의 다른 가중치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>Keep this frame</source>
            <translation>이 프레임 붙들기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>This network, on the frame as it is now</source>
            <translation>이 네트워크를, 지금 이대로의 프레임에서</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>Nothing</source>
            <translation>없음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>End comparing, and give its memory back</source>
            <translation>비교를 끝내고 메모리를 돌려줍니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>One of the two gives no class scores.</source>
            <translation>둘 가운데 하나는 클래스 점수를 내지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/compare.py"></location>
            <source>Beside: {title}</source>
            <translation>곁에: {title}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/heat_controls.py"></location>
            <source>box above</source>
            <translation>이 값 위를 상자로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/heat_controls.py"></location>
            <source>Explain the class over the input</source>
            <translation>클래스를 입력 위에 설명</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/heat_controls.py"></location>
            <source>why</source>
            <translation>왜</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/heat_controls.py"></location>
            <source>Which explanation lies over the input</source>
            <translation>입력 위에 얹을 설명</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/heat_controls.py"></location>
            <source>strength</source>
            <translation>세기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/heat_controls.py"></location>
            <source>How much the heat covers the picture</source>
            <translation>열지도가 이미지를 덮는 정도</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/heat_controls.py"></location>
            <source>A box goes around what is hotter than this share of the hottest place</source>
            <translation>가장 뜨거운 곳의 이 비율보다 뜨거운 곳에 상자를 두릅니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/heat_controls.py"></location>
            <source>Only maps of whole parts have boxes: Grad-CAM …</source>
            <translation>부분 전체를 나타내는 맵만 상자를 가집니다: Grad-CAM …</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/input.py"></location>
            <source>The source. Framed in orange: what the network sees; in blue: what the chosen neuron sees.</source>
            <translation>소스. 주황 테두리: 네트워크가 보는 것. 파랑 테두리: 고른 뉴런이 보는 것.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/input.py"></location>
            <source>It shows once a network is loaded.</source>
            <translation>네트워크를 불러오면 보입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/input.py"></location>
            <source>No picture yet.
Open a file, drop one here, or start the camera.</source>
            <translation>아직 이미지가 없습니다.
파일을 열거나, 여기에 놓거나, 카메라를 켜세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>raw</source>
            <translation>그대로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>In colours; mid-grey is zero</source>
            <translation>색으로. 중간 회색이 0입니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>grey</source>
            <translation>회색</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>The mean of the three colours; mid-grey is zero</source>
            <translation>세 색의 평균. 중간 회색이 0입니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>norm</source>
            <translation>크기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>How strong it is at each pixel, whatever its sign</source>
            <translation>부호와 상관없이 픽셀마다 얼마나 강한지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>blurred norm</source>
            <translation>흐린 크기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>How strong it is around each pixel</source>
            <translation>픽셀 둘레에서 얼마나 강한지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>sign</source>
            <translation>부호</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>Only whether each pixel pushes up or down</source>
            <translation>픽셀마다 올리는지 내리는지만</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>activation, {value} at ({y}, {x})</source>
            <translation>활성화, ({y}, {x})에서 {value}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>what drives it, {style}</source>
            <translation>움직이는 것, {style}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>Off</source>
            <translation>끔</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>No backward pass: the live views are faster</source>
            <translation>역전파 없음: 실시간 보기가 빨라집니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>The unit's number: type one, or use the arrows</source>
            <translation>유닛의 번호: 입력하거나 화살표를 쓰세요</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>Keep this unit while browsing layers</source>
            <translation>층을 둘러보는 동안 이 유닛 두기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>Activation of the unit</source>
            <translation>유닛의 활성화</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>No unit yet</source>
            <translation>아직 유닛이 없음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>Where the unit answers: bright is strong. Click, or use the arrows, to choose a neuron; again, or Enter, to let it go.</source>
            <translation>유닛이 답하는 곳: 밝을수록 강합니다. 클릭하거나 화살표로 뉴런을 고르고, 다시 클릭하거나 Enter로 놓습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>What drives the unit</source>
            <translation>유닛을 움직이는 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>The backward picture starts from</source>
            <translation>역전파 이미지의 시작</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>over the input</source>
            <translation>입력 위에</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>Lay the map over what the network sees</source>
            <translation>네트워크가 보는 것 위에 맵 얹기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>Rule of the backward pass</source>
            <translation>역전파의 규칙</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>How the backward picture is drawn</source>
            <translation>역전파 이미지를 그리는 방법</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>dead so far</source>
            <translation>지금까지 죽어 있음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>activation {value}</source>
            <translation>활성화 {value}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>activation, max {value}</source>
            <translation>활성화, 최대 {value}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>activation, max {value} at ({y}, {x})</source>
            <translation>활성화, 최대 ({y}, {x})에서 {value}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>of {count} · {layer}</source>
            <translation>{layer}의 {count}개 중</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>Max</source>
            <translation>최대</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>The backward pass starts at the neuron where the map is largest</source>
            <translation>맵이 가장 큰 뉴런에서 역전파를 시작합니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>Whole</source>
            <translation>전체</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>The backward pass starts at every neuron of the unit</source>
            <translation>유닛의 모든 뉴런에서 역전파를 시작합니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>Clicked</source>
            <translation>클릭</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>The backward pass starts at the neuron clicked on the map</source>
            <translation>맵에서 클릭한 뉴런에서 역전파를 시작합니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>value</source>
            <translation>값</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>The activation where the backward pass starts; of a whole unit, its mean</source>
            <translation>역전파가 시작하는 곳의 활성화. 유닛 전체라면 그 평균</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>active</source>
            <translation>활성</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>The share of the map above zero</source>
            <translation>맵에서 0보다 큰 곳의 비율</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>mean</source>
            <translation>평균</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>The mean over the unit's map</source>
            <translation>유닛의 맵에 걸친 평균</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>max</source>
            <translation>최대</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>The largest value of the unit's map</source>
            <translation>유닛의 맵에서 가장 큰 값</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>record</source>
            <translation>기록</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>The largest value since the network was loaded</source>
            <translation>네트워크를 불러온 뒤로 가장 큰 값</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>sees</source>
            <translation>보는 범위</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>The part of the input that the neuron can depend on, height × width</source>
            <translation>뉴런이 달려 있을 수 있는 입력의 부분, 높이 × 너비</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>One value, no map</source>
            <translation>맵이 아니라 값 하나</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>The backward pass is off.</source>
            <translation>역전파가 꺼져 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>Guided</source>
            <translation>가이드</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/inspector.py"></location>
            <source>Rectified</source>
            <translation>정류</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/intervene.py"></location>
            <source>This network gives no class scores that could move.</source>
            <translation>이 네트워크는 움직일 클래스 점수를 내지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/intervene.py"></location>
            <source>{layer} has no maps to paint on</source>
            <translation>{layer}에는 칠할 맵이 없습니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/intervene.py"></location>
            <source>What the network sees, to paint on</source>
            <translation>네트워크가 보는 것. 여기에 칠하세요</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/intervene.py"></location>
            <source>Let all be</source>
            <translation>모두 되돌리기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/intervene.py"></location>
            <source>What is to be done to the chosen unit</source>
            <translation>고른 유닛에 할 일</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/intervene.py"></location>
            <source>End all that is done to units</source>
            <translation>유닛에 한 모든 일 끝내기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/intervene.py"></location>
            <source>Paint to silence all units of the layer there; the right button unmarks, the wheel makes the brush larger. With the keyboard: arrows move the brush, Space marks, Delete unmarks, + and - size it.</source>
            <translation>칠하면 거기서 층의 모든 유닛이 꺼집니다. 오른쪽 단추로 지우고, 휠로 붓을 키웁니다. 키보드로는 화살표로 붓을 옮기고, Space로 칠하고, Delete로 지우고, + 와 - 로 크기를 바꿉니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/intervene.py"></location>
            <source>Unit {unit} of {layer}</source>
            <translation>{layer}의 유닛 {unit}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/intervene.py"></location>
            <source>Nothing is done to any unit.

Press Q to silence the chosen unit, or hold Ctrl and click units in the grid. Paint on the picture to silence that part of {layer}.</source>
            <translation>어떤 유닛에도 한 일이 없습니다.

Q를 눌러 고른 유닛을 끄거나, Ctrl을 누르고 격자에서 유닛을 클릭하세요. 이미지에 칠하면 {layer}의 그 부분이 꺼집니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map.py"></location>
            <source>Map of the pictures</source>
            <translation>이미지 지도</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map.py"></location>
            <source>Grid of the pictures</source>
            <translation>이미지 격자</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map.py"></location>
            <source>{columns} × {rows} pictures, each on average {moved} cells from its place on the map</source>
            <translation>{columns} × {rows}개 이미지, 저마다 지도의 제자리에서 평균 {moved}칸</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map.py"></location>
            <source>Looking for the neighbours of each picture…</source>
            <translation>이미지마다 이웃을 찾는 중…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map.py"></location>
            <source>Laying out the grid…</source>
            <translation>격자를 놓는 중…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map.py"></location>
            <source>No such map yet. Press Make map.</source>
            <translation>아직 그런 지도가 없습니다. 지도 만들기를 누르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>{count} pictures</source>
            <translation>이미지 {count}개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>by</source>
            <translation>방법</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>PCA: the two directions of largest variance. t-SNE: keeps like pictures together</source>
            <translation>PCA: 분산이 가장 큰 두 방향. t-SNE: 닮은 이미지를 함께 모읍니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>codes of</source>
            <translation>코드</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>The layer whose codes are compared, or the pixels themselves</source>
            <translation>코드를 비교할 층, 또는 픽셀 자체</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>colour</source>
            <translation>색</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>What the colours stand for. Of many classes, those with like codes share one</source>
            <translation>색이 뜻하는 것. 클래스가 많으면 코드가 닮은 것끼리 색을 나눕니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>Settings…</source>
            <translation>설정…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>Save</source>
            <translation>저장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>Perplexity, steps, beginning, seed, distance, number of pictures</source>
            <translation>퍼플렉서티, 단계, 시작, 시드, 거리, 이미지 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>Lay the pictures out anew; the live pictures go on</source>
            <translation>이미지를 새로 늘어놓습니다. 실시간 이미지는 계속됩니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>Stop; what has been reached stays to be seen, but is not kept</source>
            <translation>멈춥니다. 지금까지 된 것은 보이지만 보관하지 않습니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>Save the grid, or the map as shown, as one PNG</source>
            <translation>격자나 보이는 지도를 PNG 한 장으로 저장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>Lasso</source>
            <translation>올가미</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>Drag around pictures to see what they share. Shift and drag does the same</source>
            <translation>이미지 둘레를 끌어 공통점을 봅니다. Shift를 누르고 끌어도 같습니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>How far the map is</source>
            <translation>지도의 진행</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>{count} of {all} pictures</source>
            <translation>{all}개 중 {count}개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>PCA</source>
            <translation>PCA</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>t-SNE</source>
            <translation>t-SNE</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>label</source>
            <translation>레이블</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>prediction</source>
            <translation>예측</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>perplexity {value}</source>
            <translation>퍼플렉서티 {value}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>not kept: the index cannot be written</source>
            <translation>보관하지 않음: 색인에 쓸 수 없음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>Each picture a point; thumbnails appear as you come closer</source>
            <translation>이미지마다 점 하나. 다가가면 작은 그림이 나타납니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>Grid</source>
            <translation>격자</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_head.py"></location>
            <source>Pictures on a regular grid, each cell the nearest, none twice</source>
            <translation>고른 격자에 놓은 이미지, 칸마다 가장 가까운 것, 두 번은 없음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_side.py"></location>
            <source>{names} and {more} more</source>
            <translation>{names} 외 {more}개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_side.py"></location>
            <source>Point at a picture to see what it is. Shift and drag around a group.</source>
            <translation>이미지를 가리키면 무엇인지 보입니다. Shift를 누르고 무리 둘레를 끄세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_side.py"></location>
            <source>Show this picture to the network. A double click on the map does the same.</source>
            <translation>이 이미지를 네트워크에 보입니다. 지도에서 두 번 클릭해도 같습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_side.py"></location>
            <source>Colours of the map</source>
            <translation>지도의 색</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_side.py"></location>
            <source>Units that answer these pictures more than the others, by standard deviations. Click to look at one.</source>
            <translation>다른 이미지보다 이 이미지들에 더 크게 답하는 유닛, 표준편차로. 클릭하면 봅니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_side.py"></location>
            <source>Forget the group</source>
            <translation>무리 잊기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_side.py"></location>
            <source>1 picture</source>
            <translation>이미지 1개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_side.py"></location>
            <source>unit {unit}  +{apart} sd  ({inside} against {outside})</source>
            <translation>유닛 {unit}  +{apart} sd  ({inside}, 밖은 {outside})</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_side.py"></location>
            <source>labels</source>
            <translation>레이블</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_side.py"></location>
            <source>said</source>
            <translation>네트워크의 답</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_side.py"></location>
            <source>No unit of this layer stands out.</source>
            <translation>이 층에는 두드러진 유닛이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/map_side.py"></location>
            <source>This layer is not in the index.</source>
            <translation>이 층은 색인에 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/mistakes.py"></location>
            <source>Rows of the matrix are labels, columns what the network says: blue is right, orange wrong. The wheel comes closer, a drag moves, a click shows a cell's pictures.</source>
            <translation>행렬의 줄은 레이블, 칸은 네트워크의 답입니다: 파랑은 맞음, 주황은 틀림. 휠로 다가가고, 끌어 옮기고, 클릭하면 칸의 이미지가 보입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/mistakes.py"></location>
            <source>{label} called {said}: {of}</source>
            <translation>{label}을(를) {said}(으)로 봄: {of}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/mistakes.py"></location>
            <source>sort</source>
            <translation>순서</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/mistakes.py"></location>
            <source>Order of the classes; alike: those that are taken for each other lie side by side</source>
            <translation>클래스의 순서. 닮은 것끼리: 서로 혼동하는 것이 나란히 놓입니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/mistakes.py"></location>
            <source>explain</source>
            <translation>설명</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/mistakes.py"></location>
            <source>Which class a picture's explanation is of, when it is clicked</source>
            <translation>이미지를 클릭했을 때 어느 클래스를 설명할지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/mistakes.py"></location>
            <source>Confusion matrix</source>
            <translation>혼동 행렬</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/mistakes.py"></location>
            <source>Classes most often taken for others</source>
            <translation>다른 것으로 가장 자주 혼동한 클래스</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/mistakes.py"></location>
            <source>Classes most often taken for others, with how many pictures</source>
            <translation>다른 것으로 가장 자주 혼동한 클래스와 이미지 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/mistakes.py"></location>
            <source>Pictures of the cell</source>
            <translation>칸의 이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/mistakes.py"></location>
            <source>Click a picture to make it the input and see why the network says so</source>
            <translation>이미지를 클릭하면 입력이 되고 네트워크가 왜 그렇게 답하는지 봅니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/mistakes.py"></location>
            <source>{first} % right, {five} % among five, of {count} labelled pictures</source>
            <translation>레이블 있는 이미지 {count}개 중 {first} % 맞음, 다섯 안에 {five} %</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/mistakes.py"></location>
            <source>{label} → {said}</source>
            <translation>{label} → {said}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/mistakes.py"></location>
            <source>{label}, recognised: {of}</source>
            <translation>{label}, 알아봄: {of}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/mistakes.py"></location>
            <source>as the network's</source>
            <translation>네트워크의 순서</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/mistakes.py"></location>
            <source>worst first</source>
            <translation>틀린 것부터</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/mistakes.py"></location>
            <source>alike together</source>
            <translation>닮은 것끼리</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/mistakes.py"></location>
            <source>what it said</source>
            <translation>네트워크의 답</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/mistakes.py"></location>
            <source>the label</source>
            <translation>레이블</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/mistakes.py"></location>
            <source>No mistakes</source>
            <translation>틀린 것 없음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/neighbours.py"></location>
            <source>What is looked for</source>
            <translation>찾는 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/neighbours.py"></location>
            <source>Back to live</source>
            <translation>실시간으로 돌아가기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/neighbours.py"></location>
            <source>Look for pictures like the live frame again</source>
            <translation>다시 실시간 프레임과 닮은 이미지 찾기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/neighbours.py"></location>
            <source>layer</source>
            <translation>층</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/neighbours.py"></location>
            <source>In whose space pictures are near</source>
            <translation>어느 공간에서 가까운지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/neighbours.py"></location>
            <source>How far is measured</source>
            <translation>거리를 재는 방법</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/neighbours.py"></location>
            <source>Found in {ms} ms</source>
            <translation>{ms} ms 만에 찾음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/neighbours.py"></location>
            <source>by {layer},
{count} numbers</source>
            <translation>{layer} 기준,
수 {count}개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/neighbours.py"></location>
            <source>by pixels,
16 × 16</source>
            <translation>픽셀 기준,
16 × 16</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/neighbours.py"></location>
            <source>distance {value}</source>
            <translation>거리 {value}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/neighbours.py"></location>
            <source>Nearest by the layer</source>
            <translation>층 기준으로 가까운 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/neighbours.py"></location>
            <source>Nearest by pixels</source>
            <translation>픽셀 기준으로 가까운 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/neighbours.py"></location>
            <source>most like the live frame, of {count} pictures</source>
            <translation>이미지 {count}개 중 실시간 프레임과 가장 닮은 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/neighbours.py"></location>
            <source>most like this picture, of {count}</source>
            <translation>{count}개 중 이 이미지와 가장 닮은 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/neighbours.py"></location>
            <source>Cosine</source>
            <translation>코사인</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/neighbours.py"></location>
            <source>By the angle between two codes: which units answer</source>
            <translation>두 코드 사이의 각으로: 어느 유닛이 답하는지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/neighbours.py"></location>
            <source>By the distance between two codes: also how strongly</source>
            <translation>두 코드 사이의 거리로: 얼마나 강한지도</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/patches.py"></location>
            <source>Patches of {layer}</source>
            <translation>{layer}의 패치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/patches.py"></location>
            <source>Selectivity: how much more a unit answers to its favourite label than to the others</source>
            <translation>선택성: 유닛이 좋아하는 레이블에 다른 것보다 얼마나 더 답하는지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/patches.py"></location>
            <source>patches</source>
            <translation>패치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/patches.py"></location>
            <source>Those that each unit answers to most, or least</source>
            <translation>유닛마다 가장 크게, 또는 가장 작게 답하는 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/patches.py"></location>
            <source>Save sheet</source>
            <translation>한 장으로 저장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/patches.py"></location>
            <source>Save the patches of all units of this layer as one PNG.</source>
            <translation>이 층의 모든 유닛의 패치를 PNG 한 장으로 저장합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/patches.py"></location>
            <source>Patches of the layer's units</source>
            <translation>층의 유닛들의 패치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/patches.py"></location>
            <source>{units} units of {layer} over {count} pictures</source>
            <translation>이미지 {count}개에 걸친 {layer}의 유닛 {units}개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/patches.py"></location>
            <source>Stop ({percent} %)</source>
            <translation>멈춤 ({percent} %)</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/patches.py"></location>
            <source>number</source>
            <translation>번호</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/patches.py"></location>
            <source>selectivity</source>
            <translation>선택성</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/patches.py"></location>
            <source>largest answer</source>
            <translation>가장 큰 답</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/patches.py"></location>
            <source>most</source>
            <translation>크게</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/patches.py"></location>
            <source>least</source>
            <translation>작게</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/patches.py"></location>
            <source>This index does not hold {layer}.</source>
            <translation>이 색인에는 {layer}이(가) 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/patches.py"></location>
            <source>{count} dead</source>
            <translation>{count}개 죽음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/ranking.py"></location>
            <source>{layer} for {label}</source>
            <translation>{label}에 대한 {layer}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/ranking.py"></location>
            <source>Rank units</source>
            <translation>유닛 순위</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/ranking.py"></location>
            <source>Silence each unit of the layer in turn and list those that the class hangs on: by how many points of a hundred it falls without them.</source>
            <translation>층의 유닛을 차례로 끄고, 클래스가 기대는 유닛을 적습니다: 그것 없이 백분율로 몇 점 떨어지는지.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/ranking.py"></location>
            <source>Which units of {layer} does the class hang on?</source>
            <translation>클래스는 {layer}의 어느 유닛에 기대는가?</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/ranking.py"></location>
            <source>{known} of {count}</source>
            <translation>{count}개 중 {known}개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/ranking.py"></location>
            <source>in an earlier picture</source>
            <translation>이전 이미지에서</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>Painted at {width} × {height} · {ms} ms</source>
            <translation>{width} × {height}로 칠함 · {ms} ms</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>as finely as this machine's speed allows</source>
            <translation>이 컴퓨터의 속도가 허락하는 만큼 곱게</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>Painted at {width} × {height} of {whole} × {high}, {speed} · {ms} ms</source>
            <translation>{whole} × {high} 가운데 {width} × {height}로 칠함, {speed} · {ms} ms</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>The picture as it comes</source>
            <translation>들어온 이미지 그대로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>The picture as a painting</source>
            <translation>그림으로 칠한 이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>Before and after</source>
            <translation>전과 후</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>Strokes</source>
            <translation>붓질</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>How much of it is painted: at 0 % it is the picture itself.</source>
            <translation>얼마나 칠하는지: 0 %면 이미지 그대로입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>How large the strokes are. The picture is painted smaller for larger ones, which is faster.</source>
            <translation>붓질의 크기. 크게 하려면 작은 크기로 칠하며, 더 빠릅니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>Keep the colours</source>
            <translation>색 그대로 두기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>Record…</source>
            <translation>녹화…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>New style…</source>
            <translation>새 화풍…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>The painting's light and dark with the colours of the picture.</source>
            <translation>그림의 밝고 어두움에 이미지의 색을 입힙니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>Stop · {time}</source>
            <translation>멈춤 · {time}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>Save the painting of this picture as a PNG, at its full resolution.</source>
            <translation>이 이미지를 칠한 그림을 온전한 해상도의 PNG로 저장합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>Record the painting as a film, until you stop it.</source>
            <translation>멈출 때까지 칠한 그림을 영상으로 녹화합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>Paint every picture of a video file into a film of the same speed, without its sound.</source>
            <translation>동영상 파일의 모든 장면을 칠해 같은 빠르기의 영상으로 만듭니다. 소리는 빠집니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>Learn to paint like a picture of yours: a few minutes, while all else goes on.</source>
            <translation>가진 이미지처럼 칠하기를 배웁니다: 몇 분 걸리며, 다른 일은 계속됩니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>Beside</source>
            <translation>나란히</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>The picture and its painting side by side.</source>
            <translation>이미지와 칠한 그림을 나란히.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>Split</source>
            <translation>나누기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>The picture left, its painting right of a line: drag it.</source>
            <translation>선의 왼쪽은 이미지, 오른쪽은 칠한 그림: 선을 끄세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>The painting alone, as large as it can be.</source>
            <translation>칠한 그림만, 될 수 있는 대로 크게.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/style.py"></location>
            <source>No picture yet.
Open a file, drop one here, or start the camera: it is painted as it comes.</source>
            <translation>아직 이미지가 없습니다.
파일을 열거나, 여기에 놓거나, 카메라를 켜면 들어오는 대로 칠합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/synthesis.py"></location>
            <source>{minutes} min {seconds} s left</source>
            <translation>{minutes}분 {seconds}초 남음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/synthesis.py"></location>
            <source>Starting…</source>
            <translation>시작하는 중…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/synthesis.py"></location>
            <source>{seconds} s left</source>
            <translation>{seconds}초 남음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/synthesis.py"></location>
            <source>To the input</source>
            <translation>입력으로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/synthesis.py"></location>
            <source>Save film…</source>
            <translation>영상 저장…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/synthesis.py"></location>
            <source>Save the picture with what made it, as a PNG or as an array of NumPy.</source>
            <translation>이미지를 만든 것과 함께 PNG나 NumPy 배열로 저장합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/synthesis.py"></location>
            <source>Make this picture the input, so that the network looks at it.</source>
            <translation>이 이미지를 입력으로 하여 네트워크가 보게 합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/synthesis.py"></location>
            <source>Save the frames that were made, one closer than the other, as a film.</source>
            <translation>만들어진, 한 장씩 더 가까워지는 프레임들을 영상으로 저장합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/synthesis.py"></location>
            <source>Make it, from the present picture where the method takes one.</source>
            <translation>만들기. 방법에 따라 지금 이미지에서 시작합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/synthesis.py"></location>
            <source>Stopped; this is what was reached.</source>
            <translation>멈춤. 여기까지 되었습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/synthesis.py"></location>
            <source>Stop with what is reached.</source>
            <translation>지금까지 된 것을 두고 멈춥니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/synthesis.py"></location>
            <source>Sheet</source>
            <translation>한 장으로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_grid.py"></location>
            <source>Hide dead</source>
            <translation>죽은 것 숨기기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_grid.py"></location>
            <source>The network is on its way.</source>
            <translation>네트워크를 불러오고 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_grid.py"></location>
            <source>The unit over the input</source>
            <translation>입력 위의 유닛</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_grid.py"></location>
            <source>Bright: where the unit answers. Esc or a double click leads back.</source>
            <translation>밝은 곳: 유닛이 답하는 곳. Esc나 두 번 클릭으로 돌아갑니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_grid.py"></location>
            <source>Order of the units; by activation, they are sorted anew each second; by selectivity, those that answer one label of an index more than the others come first</source>
            <translation>유닛의 순서. 활성화순은 매초 다시 매깁니다. 선택성순은 색인의 한 레이블에 다른 것보다 크게 답하는 것부터입니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_grid.py"></location>
            <source>scale</source>
            <translation>맞춤</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_grid.py"></location>
            <source>Whether all maps share one scale, or each one reaches full brightness</source>
            <translation>모든 맵을 같은 척도로 볼지, 저마다 가장 밝게 볼지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_grid.py"></location>
            <source>Dead: not above zero in any frame since the network was loaded.</source>
            <translation>죽음: 네트워크를 불러온 뒤로 0보다 커진 프레임이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_grid.py"></location>
            <source>1 unit</source>
            <translation>유닛 1개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_grid.py"></location>
            <source>{count} units</source>
            <translation>유닛 {count}개</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_grid.py"></location>
            <source>sees {height}×{width} px</source>
            <translation>{height}×{width} px를 봄</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_grid.py"></location>
            <source>index</source>
            <translation>번호순</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_grid.py"></location>
            <source>activation</source>
            <translation>활성화</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_grid.py"></location>
            <source>per layer</source>
            <translation>층마다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_grid.py"></location>
            <source>per unit</source>
            <translation>유닛마다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_grid.py"></location>
            <source>No layer of this network has a form that could be drawn.</source>
            <translation>이 네트워크에는 그릴 수 있는 모양의 층이 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_grid.py"></location>
            <source>No network is loaded. Choose one in the Network menu.</source>
            <translation>네트워크가 없습니다. 네트워크 메뉴에서 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_grid.py"></location>
            <source>1 dead hidden</source>
            <translation>죽은 것 1개 숨김</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_grid.py"></location>
            <source>{count} dead hidden</source>
            <translation>죽은 것 {count}개 숨김</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_menu.py"></location>
            <source>Let unit {unit} be</source>
            <translation>유닛 {unit} 되돌리기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_menu.py"></location>
            <source>Silence unit {unit}</source>
            <translation>유닛 {unit} 끄기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_menu.py"></location>
            <source>Scale unit {unit}</source>
            <translation>유닛 {unit}에 곱하기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_menu.py"></location>
            <source>Clamp unit {unit}</source>
            <translation>유닛 {unit} 고정하기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_menu.py"></location>
            <source>Swap unit {unit} with unit {other}</source>
            <translation>유닛 {unit}과 유닛 {other} 바꾸기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_menu.py"></location>
            <source>Swap unit {unit} with another</source>
            <translation>유닛 {unit}을 다른 것과 바꾸기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_patches.py"></location>
            <source>Top patches of the unit</source>
            <translation>유닛의 최고 패치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_patches.py"></location>
            <source>What drives the unit in each patch</source>
            <translation>패치마다 유닛을 움직이는 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_patches.py"></location>
            <source>Rule of the pictures beside the patches</source>
            <translation>패치 곁 이미지의 규칙</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_patches.py"></location>
            <source>The patches that the unit answers to least</source>
            <translation>유닛이 가장 작게 답하는 패치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_patches.py"></location>
            <source>Beside each patch what drives the unit there, by deconvnet</source>
            <translation>패치마다 곁에, 거기서 유닛을 움직이는 것을 디컨브넷으로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_patches.py"></location>
            <source>Beside each patch what drives the unit there, by guided backprop</source>
            <translation>패치마다 곁에, 거기서 유닛을 움직이는 것을 가이드 역전파로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_pictures.py"></location>
            <source>what it answers to most, made out of the network</source>
            <translation>가장 크게 답하는 것, 네트워크에서 만든 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_pictures.py"></location>
            <source>Make a picture of every unit of the layer out of the network, in the background. Those that are made are kept for it.</source>
            <translation>층의 모든 유닛의 이미지를 뒤에서 만듭니다. 만든 것은 이 네트워크를 위해 보관합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_pictures.py"></location>
            <source>Of each unit its map of this picture, or what it answers to most: a picture made out of the network, where there is one</source>
            <translation>유닛마다 이 이미지의 맵, 또는 가장 크게 답하는 것: 네트워크에서 만든 이미지가 있으면 그것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_pictures.py"></location>
            <source>Picture made for the unit</source>
            <translation>유닛을 위해 만든 이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_pictures.py"></location>
            <source>What the unit answers to most: a picture made out of the network alone, by activation maximisation, about as large as what a neuron sees. The panel Synthesis makes others of it.</source>
            <translation>유닛이 가장 크게 답하는 것: 활성화 최대화로 네트워크에서만 만든, 뉴런이 보는 범위만 한 이미지. 합성 패널에서 다른 것도 만듭니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_pictures.py"></location>
            <source>Stop, {done} of {count}</source>
            <translation>멈춤, {count}개 중 {done}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_pictures.py"></location>
            <source>Make {count} pictures</source>
            <translation>이미지 {count}개 만들기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_pictures.py"></location>
            <source>maps</source>
            <translation>맵</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_pictures.py"></location>
            <source>unit pictures</source>
            <translation>유닛 이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/unit_pictures.py"></location>
            <source>no picture made for it yet</source>
            <translation>아직 만든 이미지가 없음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/weights.py"></location>
            <source>Weights of the layer</source>
            <translation>층의 가중치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/weights.py"></location>
            <source>What each unit multiplies its input by. Colour where the input is the picture; else grey, a square for each input channel: mid-grey is zero. Click to choose a unit.</source>
            <translation>유닛마다 입력에 곱하는 것. 입력이 이미지면 색으로, 아니면 입력 채널마다 회색 네모로: 중간 회색이 0입니다. 클릭하면 유닛을 고릅니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/weights.py"></location>
            <source>Weights of the unit</source>
            <translation>유닛의 가중치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/weights.py"></location>
            <source>Unit {unit}</source>
            <translation>유닛 {unit}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/weights.py"></location>
            <source>{layer} has no weights of its own. Choose a convolution or a linear layer.</source>
            <translation>{layer}에는 가중치가 없습니다. 합성곱이나 선형 층을 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/why.py"></location>
            <source>Run the chosen methods on this picture. Deletion: the class's mean probability while the most important pixels are taken away; less is better. Insertion: while they are given first; more is better.</source>
            <translation>고른 방법들을 이 이미지에 돌립니다. 삭제: 가장 중요한 픽셀부터 지우는 동안 클래스의 평균 확률. 낮을수록 좋습니다. 삽입: 그것부터 넣는 동안의 확률. 높을수록 좋습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/why.py"></location>
            <source>Let the network forget what it has learnt, layer by layer, and see whether the maps change.</source>
            <translation>네트워크가 배운 것을 층마다 잊게 하고 맵이 바뀌는지 봅니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/why.py"></location>
            <source>Save all pictures with their figures as one PNG.</source>
            <translation>모든 이미지를 수치와 함께 PNG 한 장으로 저장합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/why.py"></location>
            <source>What the network sees.</source>
            <translation>네트워크가 보는 것.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/panels/why.py"></location>
            <source>This network gives no class scores to explain.</source>
            <translation>이 네트워크는 설명할 클래스 점수를 내지 않습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/patch_words.py"></location>
            <source>Over all pictures: mean {mean}, deviation {deviation}, largest {maximum}, above zero {active} %. Selectivity {selectivity}: how much more it answers to its favourite label than to the others.</source>
            <translation>모든 이미지에 걸쳐: 평균 {mean}, 편차 {deviation}, 최대 {maximum}, 0보다 큰 곳 {active} %. 선택성 {selectivity}: 좋아하는 레이블에 다른 것보다 얼마나 더 답하는지.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/patch_words.py"></location>
            <source>no patches</source>
            <translation>패치 없음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/patch_words.py"></location>
            <source>dead: never above zero</source>
            <translation>죽음: 0보다 커진 적 없음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/patch_words.py"></location>
            <source>always on</source>
            <translation>항상 켜짐</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/patch_words.py"></location>
            <source>active {share} %</source>
            <translation>활성 {share} %</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/patch_words.py"></location>
            <source>answer {value}</source>
            <translation>답 {value}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/patch_words.py"></location>
            <source>least {count} of {of} pictures, {first} to {last}</source>
            <translation>이미지 {of}개 중 최저 {count}개, {first}에서 {last}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/patch_words.py"></location>
            <source>{label} {share}</source>
            <translation>{label} {share}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/patch_words.py"></location>
            <source>most for {label}, {share}</source>
            <translation>{label}에 가장, {share}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/patch_words.py"></location>
            <source>top {count} of {of} pictures, {first} to {last}</source>
            <translation>이미지 {of}개 중 최고 {count}개, {first}에서 {last}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/preferences.py"></location>
            <source>Letters: {size} %</source>
            <translation>글자: {size} %</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/preferences.py"></location>
            <source>Deleted to keep the limit of the cache: {names}</source>
            <translation>캐시 한도를 지키려고 지운 것: {names}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/report.py"></location>
            <source>The window</source>
            <translation>창</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/report.py"></location>
            <source>See it again</source>
            <translation>다시 보기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/reporting.py"></location>
            <source>Class scores</source>
            <translation>클래스 점수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/reporting.py"></location>
            <source>Made with</source>
            <translation>만든 조건</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/reporting.py"></location>
            <source>A report of DeepVis, {when}</source>
            <translation>DeepVis 보고서, {when}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/reporting.py"></location>
            <source>Name</source>
            <translation>이름</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/reporting.py"></location>
            <source>A link to the network, layer and unit:</source>
            <translation>네트워크, 층, 유닛으로 가는 링크:</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/reporting.py"></location>
            <source>random, seed {seed}</source>
            <translation>무작위, 시드 {seed}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/reporting.py"></location>
            <source>A window with this:</source>
            <translation>이것을 보이는 창:</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/safe_mode.py"></location>
            <source>Safe start: usual settings, embedded network, no source. Yours are kept.</source>
            <translation>안전 시작: 보통 설정, 내장 네트워크, 소스 없음. 원래 설정은 남아 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/safe_mode.py"></location>
            <source>Forget all settings: layout, keys, recent files and networks? Pictures, indexes and networks stay.</source>
            <translation>배치, 단축키, 최근 파일, 네트워크 등 모든 설정을 잊을까요? 이미지, 색인, 네트워크 파일은 남습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/safe_mode.py"></location>
            <source>DeepVis ended {count} times without being closed.</source>
            <translation>DeepVis가 닫히지 않고 {count}번 끝났습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/safe_mode.py"></location>
            <source>Start as usual</source>
            <translation>보통으로 시작</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/safe_mode.py"></location>
            <source>Close this window and start again with your settings.</source>
            <translation>이 창을 닫고 원래 설정으로 다시 시작합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/safe_mode.py"></location>
            <source>Forget my settings…</source>
            <translation>내 설정 잊기…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/safe_mode.py"></location>
            <source>Close this window and start again as on the first day.</source>
            <translation>이 창을 닫고 첫날처럼 다시 시작합니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/safe_mode.py"></location>
            <source>Forget my settings</source>
            <translation>내 설정 잊기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/savables.py"></location>
            <source>unit {unit} of {layer}</source>
            <translation>{layer}의 유닛 {unit}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/savables.py"></location>
            <source>Activation of {unit}</source>
            <translation>{unit}의 활성화</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/savables.py"></location>
            <source>{method} for {label}</source>
            <translation>{label}에 대한 {method}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/savables.py"></location>
            <source>What drives {unit}</source>
            <translation>{unit}을(를) 움직이는 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/savables.py"></location>
            <source>Weights of {layer}</source>
            <translation>{layer}의 가중치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/savables.py"></location>
            <source>Weights of unit {unit} of {layer}</source>
            <translation>{layer}의 유닛 {unit}의 가중치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/savables.py"></location>
            <source>Units of {layer}</source>
            <translation>{layer}의 유닛들</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/savables.py"></location>
            <source>Weights of the units {first} to {last} of {layer}</source>
            <translation>{layer}의 유닛 {first}~{last}의 가중치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/saving.py"></location>
            <source>{path} could not be written: {reason}. Choose another folder.</source>
            <translation>{path}에 쓸 수 없었습니다: {reason}. 다른 폴더를 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/saving.py"></location>
            <source>{title} is in the clipboard.</source>
            <translation>{title}이(가) 클립보드에 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/saving.py"></location>
            <source>Save sheet of all units</source>
            <translation>모든 유닛 한 장으로 저장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/saving.py"></location>
            <source>Save picture of the window</source>
            <translation>창 그림 저장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/saving.py"></location>
            <source>NumPy array</source>
            <translation>NumPy 배열</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/saving.py"></location>
            <source>PNG picture</source>
            <translation>PNG 이미지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/saving.py"></location>
            <source>Session of DeepVis</source>
            <translation>DeepVis 세션</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/saving.py"></location>
            <source>Report</source>
            <translation>보고서</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/saving.py"></location>
            <source>Film</source>
            <translation>영상</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/saving.py"></location>
            <source>Animation</source>
            <translation>애니메이션</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/screenshot.py"></location>
            <source>No picture went through the network within {wait} s.</source>
            <translation>{wait}초 안에 네트워크를 지나간 이미지가 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/screenshot.py"></location>
            <source>{path} could not be written. Choose another folder.</source>
            <translation>{path}에 쓸 수 없었습니다. 다른 폴더를 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/sourcing.py"></location>
            <source>Open a picture, a video or weights</source>
            <translation>이미지, 동영상이나 가중치 열기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/sourcing.py"></location>
            <source>Open a picture</source>
            <translation>이미지 열기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/sourcing.py"></location>
            <source>Open a video</source>
            <translation>동영상 열기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/sourcing.py"></location>
            <source>Open a folder of pictures</source>
            <translation>이미지 폴더 열기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/sourcing.py"></location>
            <source>There is no picture in the clipboard. Copy one first.</source>
            <translation>클립보드에 이미지가 없습니다. 먼저 하나를 복사하세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/sourcing.py"></location>
            <source>Clipboard</source>
            <translation>클립보드</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/sourcing.py"></location>
            <source>A part of the screen is screen:X,Y,WIDTH,HEIGHT in pixels, not {words}.</source>
            <translation>화면 일부는 픽셀로 screen:X,Y,너비,높이이며, {words}은(는) 아닙니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/sourcing.py"></location>
            <source>The screen cannot be pictured on this system. Choose the whole screen instead.</source>
            <translation>이 시스템에서는 화면을 담을 수 없습니다. 대신 화면 전체를 고르세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/state_files.py"></location>
            <source>{path} is no session of DeepVis, or it is damaged.</source>
            <translation>{path}은(는) DeepVis의 세션이 아니거나 손상되었습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/state_files.py"></location>
            <source>{path} was saved by a newer DeepVis ({version}). Update this one ({mine}) to open it.</source>
            <translation>{path}은(는) 더 새로운 DeepVis({version})가 저장했습니다. 이것({mine})을 새로 고쳐 여세요.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/state_files.py"></location>
            <source>{path} is far too large to be a session of DeepVis.</source>
            <translation>{path}은(는) DeepVis의 세션이기에는 너무 큽니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/state_files.py"></location>
            <source>The session {path} cannot be read: {reason}.</source>
            <translation>세션 {path}을(를) 읽을 수 없습니다: {reason}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/teaching.py"></location>
            <source>The source. Framed in orange is what the network sees of it; in blue, what the chosen neuron can see. Colours over it are an explanation of a class, once one is chosen (G).
Yosinski et al. 2015</source>
            <translation>소스. 주황 테두리는 네트워크가 보는 부분, 파랑 테두리는 고른 뉴런이 볼 수 있는 부분입니다. 위에 얹힌 색은 클래스의 설명입니다(G로 켭니다).
Yosinski et al. 2015</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/teaching.py"></location>
            <source>The likeliest classes with their probabilities. Long bars that stay while the picture changes are sure; bars that change places from frame to frame are guesses. A click keeps a class in the list.
Krizhevsky et al. 2012</source>
            <translation>가장 그럴듯한 클래스와 확률. 이미지가 바뀌어도 남는 긴 막대는 확실하고, 프레임마다 자리를 바꾸는 막대는 짐작입니다. 클릭하면 클래스를 목록에 둡니다.
Krizhevsky et al. 2012</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/teaching.py"></location>
            <source>All units of a layer: each square is one unit's answer to this picture. Bright is strong, black is none; in layers without a rectifier blue is below zero and orange above.
Yosinski et al. 2015</source>
            <translation>층의 모든 유닛: 네모마다 유닛 하나가 이 이미지에 한 답입니다. 밝으면 강하고 검으면 없으며, 정류기가 없는 층에서는 파랑이 0 아래, 주황이 0 위입니다.
Yosinski et al. 2015</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/teaching.py"></location>
            <source>One unit, closely. Left, where it answers; right, what in the picture drives it. Below, the pictures that excite it most, and its numbers. Compare two rules before you believe a picture.
Zeiler &amp; Fergus 2014, Springenberg et al. 2015</source>
            <translation>유닛 하나를 가까이. 왼쪽은 답하는 곳, 오른쪽은 이미지에서 움직이는 것. 아래는 가장 자극하는 이미지와 수치입니다. 한 그림을 믿기 전에 두 규칙을 비교하세요.
Zeiler &amp; Fergus 2014, Springenberg et al. 2015</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/teaching.py"></location>
            <source>What the units of the layer multiply their input by. In the first layer the weights are small pictures that can be read; deeper, a square for each input unit, of which only the pattern can.
Krizhevsky et al. 2012</source>
            <translation>층의 유닛이 입력에 곱하는 것. 첫 층의 가중치는 읽을 수 있는 작은 그림이고, 더 깊은 곳에서는 입력 유닛마다 네모 하나로 무늬만 읽을 수 있습니다.
Krizhevsky et al. 2012</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/teaching.py"></location>
            <source>Why the network says this class: explanations side by side. Bright spoke for it. Where methods agree, believe them more; deletion and insertion measure them, and the sanity check tells which would look the same without training.
Simonyan et al. 2013, Selvaraju et al. 2017, Adebayo et al. 2018</source>
            <translation>네트워크가 왜 이 클래스라고 하는지: 설명을 나란히. 밝은 곳이 지지했습니다. 방법들이 일치하는 곳을 더 믿으세요. 삭제와 삽입이 그것을 재고, 온전성 검사는 배우지 않아도 똑같아 보일 방법을 가려냅니다.
Simonyan et al. 2013, Selvaraju et al. 2017, Adebayo et al. 2018</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/teaching.py"></location>
            <source>What the scores become when units are silenced, kept or driven: grey bars are before, coloured ones after. A unit whose silence changes nothing is not what the class hangs on.
Morcos et al. 2018, Bau et al. 2020</source>
            <translation>유닛을 끄거나 고정하거나 움직일 때 점수가 어떻게 되는지: 회색 막대가 전, 색 막대가 후입니다. 꺼도 아무것도 바뀌지 않는 유닛은 클래스가 기대는 유닛이 아닙니다.
Morcos et al. 2018, Bau et al. 2020</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/teaching.py"></location>
            <source>The parts of your pictures to which each unit answers most, a row for each unit. What a row has in common is what its unit looks for. It needs an index.
Springenberg et al. 2015</source>
            <translation>유닛마다 한 줄로, 가진 이미지에서 가장 크게 답하는 부분. 한 줄의 공통점이 그 유닛이 찾는 것입니다. 색인이 필요합니다.
Springenberg et al. 2015</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/teaching.py"></location>
            <source>Pictures of the index with the most similar code, and beside them those with the most similar pixels. Near in code means alike to the network, however different the pixels.
Krizhevsky et al. 2012</source>
            <translation>색인에서 코드가 가장 닮은 이미지와, 그 곁에 픽셀이 가장 닮은 이미지. 코드가 가까우면 픽셀이 아무리 달라도 네트워크에게는 닮은 것입니다.
Krizhevsky et al. 2012</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/teaching.py"></location>
            <source>All pictures of the index, near where their codes are alike. Clumps are what the network takes for one kind; distances between clumps say little.
van der Maaten &amp; Hinton 2008</source>
            <translation>색인의 모든 이미지를 코드가 닮은 것끼리 가까이. 뭉치는 네트워크가 한 종류로 여기는 것이며, 뭉치 사이의 거리는 별 뜻이 없습니다.
van der Maaten &amp; Hinton 2008</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/teaching.py"></location>
            <source>Which labels are taken for which others: rows are what is true, columns what was said. A bright square off the diagonal is a mix-up; click it to see its pictures.
Russakovsky et al. 2015</source>
            <translation>어느 레이블을 무엇으로 혼동하는지: 줄은 정답, 칸은 네트워크의 답입니다. 대각선을 벗어난 밝은 네모가 혼동이며, 클릭하면 그 이미지가 보입니다.
Russakovsky et al. 2015</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/teaching.py"></location>
            <source>Pictures made to please the network, or to fool it: a class, a unit, a dream, a style. What is made is what the network asks for, not what the world looks like.
Simonyan et al. 2013, Mordvintsev et al. 2015, Olah et al. 2017</source>
            <translation>네트워크를 기쁘게 하거나 속이려고 만든 이미지: 클래스, 유닛, 꿈, 화풍. 만들어진 것은 네트워크가 바라는 것이지 세상의 모습이 아닙니다.
Simonyan et al. 2013, Mordvintsev et al. 2015, Olah et al. 2017</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/teaching.py"></location>
            <source>The picture, live, in the manner of paintings; several styles mix. The content is kept by what deep units see, the style by which early units go together.
Gatys et al. 2016, Johnson et al. 2016, Dumoulin et al. 2017</source>
            <translation>실시간 이미지를 그림의 화풍으로. 여러 화풍을 섞을 수 있습니다. 내용은 깊은 유닛이 보는 것으로, 화풍은 앞쪽 유닛이 함께 답하는 방식으로 지킵니다.
Gatys et al. 2016, Johnson et al. 2016, Dumoulin et al. 2017</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/teaching.py"></location>
            <source>Two networks, two states of one, or a held picture against the live one, on the same stream. Look at where the scores part and which units answer differently.
Yosinski et al. 2014</source>
            <translation>같은 스트림에서 두 네트워크, 한 네트워크의 두 상태, 또는 붙든 이미지와 실시간 이미지. 점수가 갈라지는 곳과 다르게 답하는 유닛을 보세요.
Yosinski et al. 2014</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/toolbar.py"></location>
            <source>Tool bar</source>
            <translation>도구 모음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/toolbar.py"></location>
            <source>What is looked at</source>
            <translation>보고 있는 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/toolbar.py"></location>
            <source>The network that looks</source>
            <translation>보는 네트워크</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/toolbar.py"></location>
            <source>Where it runs, and how exactly</source>
            <translation>도는 곳과 정밀도</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/toolbar.py"></location>
            <source>Camera: {title}</source>
            <translation>카메라: {title}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/toolbar.py"></location>
            <source>Video: {title}</source>
            <translation>동영상: {title}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/toolbar.py"></location>
            <source>Pictures: {title}</source>
            <translation>이미지: {title}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/toolbar.py"></location>
            <source>Screen</source>
            <translation>화면</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/toolbar.py"></location>
            <source>Picture: {title}</source>
            <translation>이미지: {title}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/tour.py"></location>
            <source>A camera, a video, pictures or the screen. Framed in orange: the part that the network sees. F freezes it, C is the camera.</source>
            <translation>카메라, 동영상, 이미지나 화면. 주황 테두리: 네트워크가 보는 부분. F는 정지, C는 카메라입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/tour.py"></location>
            <source>Layers, in the order of the network</source>
            <translation>층, 네트워크의 순서대로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/tour.py"></location>
            <source>Early ones find edges and colours, late ones parts and things. O and U step through them.</source>
            <translation>앞쪽은 가장자리와 색을, 뒤쪽은 부분과 사물을 찾습니다. O와 U로 옮겨 다닙니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/tour.py"></location>
            <source>Units of the layer</source>
            <translation>층의 유닛</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/tour.py"></location>
            <source>Each square is one unit's answer to this picture: bright is strong. Click one, or use the arrows; a number goes to that unit.</source>
            <translation>네모마다 유닛 하나가 이 이미지에 한 답입니다: 밝을수록 강합니다. 클릭하거나 화살표로 고르고, 번호를 치면 그 유닛으로 갑니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/tour.py"></location>
            <source>One unit, closely</source>
            <translation>유닛 하나를 가까이</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/tour.py"></location>
            <source>Left, where it answers; right, what in the picture made it answer (guided backprop, to begin with). B takes the next rule.</source>
            <translation>왼쪽은 답하는 곳, 오른쪽은 이미지에서 그렇게 답하게 한 것(처음에는 가이드 역전파). B는 다음 규칙입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/tour.py"></location>
            <source>What it says the picture is</source>
            <translation>이미지가 무엇이라고 하는지</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/tour.py"></location>
            <source>The likeliest classes. G lays over the picture what spoke for the first of them.</source>
            <translation>가장 그럴듯한 클래스. G는 1위를 지지한 것을 이미지 위에 얹습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/tour.py"></location>
            <source>Everything else</source>
            <translation>그 밖의 모든 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/tour.py"></location>
            <source>Ctrl+Shift+P finds every command by a few letters. The menu Examples makes the figures of the lectures, one click each. F6 goes round the window without a mouse.</source>
            <translation>Ctrl+Shift+P는 글자 몇 개로 모든 명령을 찾습니다. 예제 메뉴는 강의의 그림을 클릭 한 번으로 만듭니다. F6은 마우스 없이 창을 돕니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/tour.py"></location>
            <source>{place} of {count}</source>
            <translation>{count}개 중 {place}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/unit_film.py"></location>
            <source>Where unit {unit} answers</source>
            <translation>유닛 {unit}이 답하는 곳</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/unit_film.py"></location>
            <source>What drives it</source>
            <translation>움직이는 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/welcome.py"></location>
            <source>Yourself, or what is on the table</source>
            <translation>나 자신, 또는 책상 위의 것</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/welcome.py"></location>
            <source>A photograph of yours</source>
            <translation>가진 사진</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/welcome.py"></location>
            <source>Video</source>
            <translation>동영상</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/welcome.py"></location>
            <source>A film, frame by frame</source>
            <translation>영상을 한 프레임씩</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/welcome.py"></location>
            <source>Samples</source>
            <translation>샘플</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/welcome.py"></location>
            <source>Eight photographs to begin with</source>
            <translation>처음 볼 사진 여덟 장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/welcome.py"></location>
            <source>Show this at every start</source>
            <translation>시작할 때마다 보이기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/welcome.py"></location>
            <source>Six hints on the window, over the samples</source>
            <translation>샘플 위에서 보는 여섯 가지 도움말</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/welcome.py"></location>
            <source>See what a network sees</source>
            <translation>신경망이 보는 것을 보세요</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/welcome.py"></location>
            <source>DeepVis shows, live, what each unit of a neural network answers to, and what in the picture made it answer. What shall it look at?</source>
            <translation>DeepVis는 신경망의 유닛마다 무엇에 답하는지, 이미지의 무엇이 그렇게 답하게 했는지 실시간으로 보여 줍니다. 무엇을 볼까요?</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/welcome.py"></location>
            <source>Arrows and Enter choose; Esc goes on with the samples.</source>
            <translation>화살표와 Enter로 고르고, Esc를 누르면 샘플로 이어 갑니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/aim.py"></location>
            <source>the winner</source>
            <translation>1위</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/aim.py"></location>
            <source>The most likely class</source>
            <translation>가장 그럴듯한 클래스</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/aim.py"></location>
            <source>Which class the picture is made for.</source>
            <translation>이미지를 만들 클래스.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/aim.py"></location>
            <source>{unit} of {layer}</source>
            <translation>{layer}의 {unit}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/aim.py"></location>
            <source>chosen by the method</source>
            <translation>방법이 고름</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/aim.py"></location>
            <source>towards</source>
            <translation>향할 곳</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/aim.py"></location>
            <source>the runner-up</source>
            <translation>2위</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/aim.py"></location>
            <source>The most likely class but the winner</source>
            <translation>1위를 뺀 가장 그럴듯한 클래스</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/aim.py"></location>
            <source>Which class the network shall see.</source>
            <translation>네트워크가 보게 할 클래스.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/aim.py"></location>
            <source>Made for</source>
            <translation>만드는 대상</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/aim.py"></location>
            <source>Class</source>
            <translation>클래스</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/aim.py"></location>
            <source>For one of the network's classes</source>
            <translation>네트워크의 클래스 하나를 위해</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/aim.py"></location>
            <source>For the unit that is chosen in the grid</source>
            <translation>격자에서 고른 유닛을 위해</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/aim.py"></location>
            <source>Layer</source>
            <translation>층</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/aim.py"></location>
            <source>For the layer that is chosen above the grid</source>
            <translation>격자 위에서 고른 층을 위해</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/aim.py"></location>
            <source>Auto</source>
            <translation>자동</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/aim.py"></location>
            <source>For what the method chooses</source>
            <translation>방법이 고르는 것을 위해</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/bars.py"></location>
            <source>{label}
class {index}, {value}
{click}</source>
            <translation>{label}
클래스 {index}, {value}
{click}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/bars.py"></location>
            <source>Click to let it go.</source>
            <translation>클릭하면 놓습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/bars.py"></location>
            <source>Click to keep it in the list.</source>
            <translation>클릭하면 목록에 둡니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/callout.py"></location>
            <source>End</source>
            <translation>마치기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/callout.py"></location>
            <source>Next</source>
            <translation>다음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/callout.py"></location>
            <source>Done</source>
            <translation>완료</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/class_picker.py"></location>
            <source>The winner, frame by frame</source>
            <translation>프레임마다 1위</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/class_picker.py"></location>
            <source>Which class is explained: the most likely one, or any other.</source>
            <translation>설명할 클래스: 가장 그럴듯한 것, 또는 다른 것.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/class_picker.py"></location>
            <source>Type a class</source>
            <translation>클래스를 입력하세요</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/class_picker.py"></location>
            <source>{verb}: {label} (winner) ▾</source>
            <translation>{verb}: {label} (1위) ▾</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/class_picker.py"></location>
            <source>{verb}: {label} ▾</source>
            <translation>{verb}: {label} ▾</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/class_picker.py"></location>
            <source>{label} (winner) ▾</source>
            <translation>{label} (1위) ▾</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/class_picker.py"></location>
            <source>{label} ▾</source>
            <translation>{label} ▾</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/contrast.py"></location>
            <source>Contrast: weak answers grow brighter to the right. A double click resets it.</source>
            <translation>대비: 오른쪽으로 갈수록 약한 답이 밝아집니다. 두 번 클릭하면 처음대로.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/contrast.py"></location>
            <source>contrast</source>
            <translation>대비</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/editors.py"></location>
            <source>{low} to {high} {unit}</source>
            <translation>{low}에서 {high}까지 {unit}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/editors.py"></location>
            <source>automatic</source>
            <translation>자동</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/editors.py"></location>
            <source>automatic: {what}</source>
            <translation>자동: {what}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/error_strip.py"></location>
            <source>Details…</source>
            <translation>자세히…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/error_strip.py"></location>
            <source>All that helps to find out why, to read and to copy.</source>
            <translation>까닭을 찾는 데 도움이 되는 모든 것, 읽고 복사할 수 있습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/heat_picture.py"></location>
            <source>Box {number}: {width} × {height} pixels at ({x}, {y})</source>
            <translation>상자 {number}: ({x}, {y})에서 {width} × {height} 픽셀</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/intervention_rows.py"></location>
            <source>silence</source>
            <translation>끄기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/intervention_rows.py"></location>
            <source>clamp</source>
            <translation>고정</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/intervention_rows.py"></location>
            <source>swap</source>
            <translation>바꾸기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/intervention_rows.py"></location>
            <source>{layer} · {count} units: {units}</source>
            <translation>{layer} · 유닛 {count}개: {units}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/intervention_rows.py"></location>
            <source>{layer} · where painted, {share} %</source>
            <translation>{layer} · 칠한 곳, {share} %</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/intervention_rows.py"></location>
            <source>{layer} · unit {unit}</source>
            <translation>{layer} · 유닛 {unit}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/intervention_rows.py"></location>
            <source>What is done: set to zero, multiply, keep in a range, exchange</source>
            <translation>하는 일: 0으로, 곱하기, 범위 안에 두기, 바꾸기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/intervention_rows.py"></location>
            <source>At least</source>
            <translation>최소</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/intervention_rows.py"></location>
            <source>Times</source>
            <translation>곱할 수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/intervention_rows.py"></location>
            <source>Swapped with unit</source>
            <translation>바꿀 유닛</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/intervention_rows.py"></location>
            <source>The unit that it is exchanged with</source>
            <translation>서로 바꿀 유닛</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/intervention_rows.py"></location>
            <source>End this</source>
            <translation>끝내기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/intervention_rows.py"></location>
            <source>{layer} · all units</source>
            <translation>{layer} · 모든 유닛</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/layer_menu.py"></location>
            <source>Whose maps Grad-CAM and its like are made of.</source>
            <translation>Grad-CAM 같은 방법이 쓰는 맵의 층.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/layer_menu.py"></location>
            <source>maps of: –</source>
            <translation>맵: –</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/layer_menu.py"></location>
            <source>maps of: {layer}</source>
            <translation>맵: {layer}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/layer_menu.py"></location>
            <source>{layer}, the one with most to tell</source>
            <translation>{layer}, 가장 많은 것을 말해 주는 층</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/layer_strip.py"></location>
            <source>{kind}, output {shape}</source>
            <translation>{kind}, 출력 {shape}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/layer_strip.py"></location>
            <source>Show every place whose output can be seen, not only one for each step of the network.</source>
            <translation>네트워크의 단계마다 하나가 아니라, 출력을 볼 수 있는 모든 곳을 보입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/layer_strip.py"></location>
            <source>Earlier layers</source>
            <translation>앞쪽 층</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/layer_strip.py"></location>
            <source>Later layers</source>
            <translation>뒤쪽 층</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/layer_strip.py"></location>
            <source>each unit sees {height}×{width} pixels</source>
            <translation>유닛마다 {height}×{width} 픽셀을 봄</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/layer_strip.py"></location>
            <source>has no form that could be drawn</source>
            <translation>그릴 수 있는 모양이 아님</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/made_tiles.py"></location>
            <source>Difference × {factor}</source>
            <translation>차이 × {factor}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/made_tiles.py"></location>
            <source>Before</source>
            <translation>이전</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/made_tiles.py"></location>
            <source>What it started from.</source>
            <translation>시작한 이미지.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/made_tiles.py"></location>
            <source>Result</source>
            <translation>결과</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/made_tiles.py"></location>
            <source>What is reached so far.</source>
            <translation>지금까지 된 것.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/made_tiles.py"></location>
            <source>Difference</source>
            <translation>차이</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/made_tiles.py"></location>
            <source>Grey where nothing changed.</source>
            <translation>바뀌지 않은 곳은 회색입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/made_tiles.py"></location>
            <source>largest change</source>
            <translation>가장 큰 변화</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/method_menu.py"></location>
            <source>Which explanations are compared.</source>
            <translation>비교할 설명.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/mosaic.py"></location>
            <source>The picture is no longer there.</source>
            <translation>이미지가 더 이상 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/painting_job.py"></location>
            <source>{done} · {left} left</source>
            <translation>{done} · {left} 남음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/painting_job.py"></location>
            <source>step {step} of {steps}</source>
            <translation>{steps}단계 중 {step}단계</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/painting_job.py"></location>
            <source>What it looks like so far</source>
            <translation>지금까지의 모습</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/paired_bars.py"></location>
            <source>Scores without and with the interventions</source>
            <translation>개입이 없을 때와 있을 때의 점수</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/paired_bars.py"></location>
            <source>untouched</source>
            <translation>그대로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/paired_bars.py"></location>
            <source>touched</source>
            <translation>개입</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/picture_list.py"></location>
            <source>Add picture…</source>
            <translation>이미지 더하기…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/picture_list.py"></location>
            <source>Add picture</source>
            <translation>이미지 더하기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/picture_list.py"></location>
            <source>{name}
Click to take it away.</source>
            <translation>{name}
클릭하면 뺍니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/picture_list.py"></location>
            <source>Take {name} away</source>
            <translation>{name} 빼기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/picture_view.py"></location>
            <source>Copy picture</source>
            <translation>이미지 복사</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/ranked_list.py"></location>
            <source>unit {unit}, silenced</source>
            <translation>유닛 {unit}, 꺼짐</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/ranked_list.py"></location>
            <source>unit {unit}</source>
            <translation>유닛 {unit}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/ranked_list.py"></location>
            <source>Units that the class hangs on</source>
            <translation>클래스가 기대는 유닛</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/sanity_plot.py"></location>
            <source>Similarity of the maps while the network forgets</source>
            <translation>네트워크가 잊는 동안 맵의 유사도</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/sanity_plot.py"></location>
            <source>rank correlation with the map at first</source>
            <translation>처음 맵과의 순위 상관</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/sanity_plot.py"></location>
            <source>forgotten down to</source>
            <translation>여기까지 잊음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/sanity_plot.py"></location>
            <source>nothing</source>
            <translation>없음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/spoken_pictures.py"></location>
            <source>Layer {layer}, unit {unit}: one value, {value}.</source>
            <translation>층 {layer}, 유닛 {unit}: 값 하나, {value}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/spoken_pictures.py"></location>
            <source>Layer {layer}: unit {unit} of {count} is chosen.</source>
            <translation>층 {layer}: {count}개 중 유닛 {unit}을 골랐습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/spoken_pictures.py"></location>
            <source>Layer {layer}, unit {unit}: largest value {most}; {value} at row {y} of {height}, column {x} of {width}.</source>
            <translation>층 {layer}, 유닛 {unit}: 최댓값 {most}. {height}줄 중 {y}줄, {width}칸 중 {x}칸에서 {value}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/spoken_pictures.py"></location>
            <source>Layer {layer}, unit {unit}: map of {height} by {width}, largest value {most}.</source>
            <translation>층 {layer}, 유닛 {unit}: {height} × {width} 맵, 최댓값 {most}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/spoken_pictures.py"></location>
            <source>What in the picture drives unit {unit} of layer {layer}, whose value is {value}: {rule}, {style}.</source>
            <translation>값이 {value}인 층 {layer}의 유닛 {unit}을 이미지에서 움직이는 것: {rule}, {style}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/spoken_pictures.py"></location>
            <source>Layer {layer}: unit {unit} of {count} is chosen, its largest value {value}.</source>
            <translation>층 {layer}: {count}개 중 유닛 {unit}을 골랐습니다. 최댓값 {value}.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/spoken_pictures.py"></location>
            <source>{title}, {width} by {height} pixels; the network sees {share} % of it.</source>
            <translation>{title}, {width} × {height} 픽셀. 네트워크는 그 {share} %를 봅니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/status_line.py"></location>
            <source>{title} {percent} % · {left} left</source>
            <translation>{title} {percent} % · {left} 남음</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/status_line.py"></location>
            <source>{title} {percent} %</source>
            <translation>{title} {percent} %</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/status_line.py"></location>
            <source>{rate} frames/s</source>
            <translation>초당 {rate}프레임</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/status_line.py"></location>
            <source>Frames through the network in a second; at most 60 of them are painted.</source>
            <translation>1초에 네트워크를 지나간 프레임. 그 가운데 최대 60장을 그립니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/status_line.py"></location>
            <source>forward {ms} ms</source>
            <translation>순전파 {ms} ms</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/status_line.py"></location>
            <source>backward {ms} ms</source>
            <translation>역전파 {ms} ms</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/status_line.py"></location>
            <source>Memory that DeepVis holds.</source>
            <translation>DeepVis가 쓰는 메모리.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/style_polygon.py"></location>
            <source>Mixture of styles</source>
            <translation>화풍 섞기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/style_polygon.py"></location>
            <source>Drag the dot to mix styles, or click one. Arrow keys move it; 1 to 9 take one alone.</source>
            <translation>점을 끌어 화풍을 섞거나 하나를 클릭하세요. 화살표 키로 옮기고, 1부터 9까지는 하나만 고릅니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/style_polygon.py"></location>
            <source>The styles are being read…</source>
            <translation>화풍을 읽는 중…</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/transport.py"></location>
            <source>{index} of {count} · {title}</source>
            <translation>{count}개 중 {index} · {title}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/transport.py"></location>
            <source>Position</source>
            <translation>위치</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/transport.py"></location>
            <source>Previous</source>
            <translation>이전</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/transport.py"></location>
            <source>Mirror the picture</source>
            <translation>이미지 좌우 바꾸기</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/transport.py"></location>
            <source>Freeze: hold the picture as it is</source>
            <translation>정지: 이미지를 지금 이대로 멈춥니다</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/transport.py"></location>
            <source>Slide show</source>
            <translation>슬라이드 쇼</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/unit_grid.py"></location>
            <source>Unit {unit} of {count}</source>
            <translation>{count}개 중 유닛 {unit}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/unit_grid.py"></location>
            <source>Go to unit {typed}</source>
            <translation>유닛 {typed}(으)로</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/unit_marks.py"></location>
            <source>Over the {count} pictures of the index. Cross: dead, 0 everywhere. Dot: always on, above zero at 99 % of all places. Filled corner: for one label, with a mean answer at least {times} times that to the others.</source>
            <translation>색인의 이미지 {count}개에 걸쳐. 가위표: 죽음, 어디서나 0. 점: 항상 켜짐, 모든 위치의 99 %에서 0보다 큼. 채운 모서리: 한 레이블에, 다른 것보다 평균 {times}배 이상 답함.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/unit_marks.py"></location>
            <source>dead: 0 in all {count} pictures of the index</source>
            <translation>죽음: 색인의 이미지 {count}개 모두에서 0</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/unit_marks.py"></location>
            <source>always on over the index</source>
            <translation>색인에 걸쳐 항상 켜짐</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/unit_marks.py"></location>
            <source>{named} (selectivity {value})</source>
            <translation>{named} (선택성 {value})</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/unit_marks.py"></location>
            <source>for one label: {label}</source>
            <translation>한 레이블에: {label}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/unit_marks.py"></location>
            <source>most for {label}</source>
            <translation>{label}에 가장</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/unit_painting.py"></location>
            <source>mean {mean}, max {maximum}</source>
            <translation>평균 {mean}, 최대 {maximum}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/widgets/unit_painting.py"></location>
            <source>value {value}</source>
            <translation>값 {value}</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/wishes.py"></location>
            <source>There is no class {name}, or there are several.</source>
            <translation>{name}이라는 클래스가 없거나 여럿입니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/wishes.py"></location>
            <source>{count} interventions do not fit this network and were left out.</source>
            <translation>이 네트워크에 맞지 않는 개입 {count}개를 뺐습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/wishes.py"></location>
            <source>The maps of {layer} have {size} neurons; there is none at {place}.</source>
            <translation>{layer}의 맵에는 뉴런이 {size}개 있으며 {place}에는 없습니다.</translation>
        </message>
        <message>
            <location filename="../../deepvis_app/ui/wishes.py"></location>
            <source>{title} has no layer {name} that can be drawn. Close to it: {close}.</source>
            <translation>{title}에 그릴 수 있는 {name} 층은 없습니다. 비슷한 것: {close}.</translation>
        </message>
    </context>
</TS>
