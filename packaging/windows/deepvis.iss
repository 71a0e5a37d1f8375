; Inno Setup 6: iscc /DVersion=0.1.0 packaging\windows\deepvis.iss, after packaging\package.py has frozen
#ifndef Version
  #error "Give the version: iscc /DVersion=..."
#endif

[Setup]
AppId={{6B7C0E0D-7E7B-4B0C-9B9E-1D5A3B8A4F21}
AppName=DeepVis
AppVersion={#Version}
AppPublisher=The DeepVis project
DefaultDirName={autopf}\DeepVis
DefaultGroupName=DeepVis
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
Compression=lzma2/max
SolidCompression=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\build
OutputBaseFilename=deepvis-{#Version}-setup
SetupIconFile=..\..\build\deepvis.ico
UninstallDisplayIcon={app}\deepvis.exe
ChangesAssociations=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "ko"; MessagesFile: "compiler:Languages\Korean.isl"

[Tasks]
Name: desktopicon; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "..\..\build\dist\deepvis\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\DeepVis"; Filename: "{app}\deepvis.exe"
Name: "{autodesktop}\DeepVis"; Filename: "{app}\deepvis.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\Applications\deepvis.exe\shell\open\command"; ValueType: string; ValueData: """{app}\deepvis.exe"" ""%1"""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\.safetensors\OpenWithProgids"; ValueType: string; ValueName: "DeepVis.Network"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\DeepVis.Network\shell\open\command"; ValueType: string; ValueData: """{app}\deepvis.exe"" --model ""%1"""; Flags: uninsdeletekey

[Run]
Filename: "{app}\deepvis.exe"; Description: "{cm:LaunchProgram,DeepVis}"; Flags: nowait postinstall skipifsilent
