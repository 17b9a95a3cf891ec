package dev.mtproto.cli;

import dev.mtproto.api.MtprotoException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells what went wrong in one line on the error stream, never with a stack trace. */
final class OneLineErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + oneLine(e) + " (see " + name + " --help)");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
        String name = command.getCommandSpec().qualifiedName();
        String text = e instanceof Failure || e instanceof MtprotoException
                ? oneLine(e)
                : "internal error: " + e.getClass().getSimpleName() + ": " + oneLine(e);
        command.getErr().println(name + ": " + text);
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String oneLine(Exception e) {
        return String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
