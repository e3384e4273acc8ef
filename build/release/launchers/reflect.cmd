@echo off
rem Starts reflect with the Node.js beside it.
setlocal
title reflect
if not exist "%~dp0node\node.exe" goto missing
"%~dp0node\node.exe" "%~dp0app\bin\reflect.js" %*
set "code=%errorlevel%"
rem A window that Explorer opened closes at the end, and what went wrong could not be read.
if "%code%"=="1" if "%~1"=="" pause
exit /b %code%
:missing
echo reflect: some of its files are missing. Unpack the whole archive first (right-click it, "Extract All"), then open reflect.cmd in the new folder.
pause
exit /b 1
