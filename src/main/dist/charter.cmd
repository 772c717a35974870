@echo off
rem Runs Charter on Windows; needs a JDK 17 or newer.
setlocal
set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java")
"%JAVA%" %CHARTER_JAVA_OPTS% -XX:+UseSerialGC "-Dcharter.home=%HERE%" -cp "%HERE%\lib\*" io.charter.cli.Main %*
exit /b %ERRORLEVEL%
