package org.runincident.flow.caught;

import java.util.List;

/**
 * What a handler does with its exception on the worst of its paths.
 *
 * @param use the weakest use over all paths
 * @param best the strongest use on any path
 * @param losesControl an exception that steers the control flow can end in the handler
 * @param losesInterrupt an interruption can end in the handler
 * @param losesCause a new exception is thrown without the caught one
 * @param losesLastError a retry loop around the handler gives up with a new exception that knows nothing of this one
 * @param logLevel lowest level it is logged at; empty when it is not
 * @param path notes along the path that proves the worst of these, in order
 */
public record CaughtFate(
        Use use,
        Use best,
        boolean losesControl,
        boolean losesInterrupt,
        boolean losesCause,
        boolean losesLastError,
        String logLevel,
        List<PathNote> path) {
    public CaughtFate {
        path = List.copyOf(path);
    }
}
