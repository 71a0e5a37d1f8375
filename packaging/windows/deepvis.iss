; Inno Setup 6.3 or newer: iscc /DVersion=0.1.0 packaging\windows\deepvis.iss; packaging\package.py calls it.
; deepvis.exe is the window; deepvis-cli.exe, beside it, is the same in a terminal: `deepvis-cli render ...`.
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

[CustomMessages]
en.Network=Neural network
ko.Network=신경망
en.Session=DeepVis session
ko.Session=DeepVis 세션

[Tasks]
Name: desktopicon; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "..\..\build\dist\deepvis\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\DeepVis"; Filename: "{app}\deepvis.exe"
Name: "{autodesktop}\DeepVis"; Filename: "{app}\deepvis.exe"; Tasks: desktopicon

[Registry]
; "Open with" lists the program for pictures and videos; networks and links of the form deepvis:// are its own.
Root: HKA; Subkey: "Software\Classes\Applications\deepvis.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "DeepVis"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\deepvis.exe\shell\open\command"; ValueType: string; ValueData: """{app}\deepvis.exe"" ""%1"""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\deepvis.exe\SupportedTypes"; ValueType: string; ValueName: ".png"; ValueData: ""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\deepvis.exe\SupportedTypes"; ValueType: string; ValueName: ".jpg"; ValueData: ""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\deepvis.exe\SupportedTypes"; ValueType: string; ValueName: ".jpeg"; ValueData: ""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\deepvis.exe\SupportedTypes"; ValueType: string; ValueName: ".webp"; ValueData: ""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\deepvis.exe\SupportedTypes"; ValueType: string; ValueName: ".bmp"; ValueData: ""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\deepvis.exe\SupportedTypes"; ValueType: string; ValueName: ".tif"; ValueData: ""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\deepvis.exe\SupportedTypes"; ValueType: string; ValueName: ".tiff"; ValueData: ""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\deepvis.exe\SupportedTypes"; ValueType: string; ValueName: ".gif"; ValueData: ""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\deepvis.exe\SupportedTypes"; ValueType: string; ValueName: ".mp4"; ValueData: ""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\deepvis.exe\SupportedTypes"; ValueType: string; ValueName: ".mkv"; ValueData: ""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\deepvis.exe\SupportedTypes"; ValueType: string; ValueName: ".webm"; ValueData: ""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\deepvis.exe\SupportedTypes"; ValueType: string; ValueName: ".avi"; ValueData: ""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\deepvis.exe\SupportedTypes"; ValueType: string; ValueName: ".mov"; ValueData: ""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\deepvis.exe\SupportedTypes"; ValueType: string; ValueName: ".wmv"; ValueData: ""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\DeepVis.Network"; ValueType: string; ValueData: "{cm:Network}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\DeepVis.Network\DefaultIcon"; ValueType: string; ValueData: "{app}\deepvis.exe,0"
Root: HKA; Subkey: "Software\Classes\DeepVis.Network\shell\open\command"; ValueType: string; ValueData: """{app}\deepvis.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.safetensors\OpenWithProgids"; ValueType: string; ValueName: "DeepVis.Network"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.pth\OpenWithProgids"; ValueType: string; ValueName: "DeepVis.Network"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.pt\OpenWithProgids"; ValueType: string; ValueName: "DeepVis.Network"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.pt2\OpenWithProgids"; ValueType: string; ValueName: "DeepVis.Network"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.onnx\OpenWithProgids"; ValueType: string; ValueName: "DeepVis.Network"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\DeepVis.Session"; ValueType: string; ValueData: "{cm:Session}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\DeepVis.Session\DefaultIcon"; ValueType: string; ValueData: "{app}\deepvis.exe,0"
Root: HKA; Subkey: "Software\Classes\DeepVis.Session\shell\open\command"; ValueType: string; ValueData: """{app}\deepvis.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.deepvis"; ValueType: string; ValueData: "DeepVis.Session"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\deepvis"; ValueType: string; ValueData: "URL:DeepVis"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\deepvis"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\deepvis\shell\open\command"; ValueType: string; ValueData: """{app}\deepvis.exe"" ""%1"""

[Run]
Filename: "{app}\deepvis.exe"; Description: "{cm:LaunchProgram,DeepVis}"; Flags: nowait postinstall skipifsilent
