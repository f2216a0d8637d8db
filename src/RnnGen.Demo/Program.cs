using RnnGen.Demo;
using RnnGen.Demo.Commands;

return await DemoCommandLine.RunAsync(args, DemoConsole.System);
