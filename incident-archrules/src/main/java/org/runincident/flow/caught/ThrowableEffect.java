package org.runincident.flow.caught;

/**
 * What a method does with an exception it is given in one parameter, at best over its paths.
 *
 * @param use the best use on any path: a helper that sometimes logs is taken for one that logs
 * @param returned what the returned value keeps of it; null for nothing
 * @param thrown what a thrown exception keeps of it; null for nothing
 * @param completes whether it can return; false for a method that always throws
 * @param printed whether text of it is on the console on some path
 * @param answersInterrupt whether every normal way out has answered an interruption
 */
record ThrowableEffect(
        Use use,
        String logLevel,
        boolean printed,
        Holding returned,
        Holding thrown,
        boolean completes,
        boolean answersInterrupt) {

    ThrowableEffect or(ThrowableEffect other) {
        return new ThrowableEffect(
                Use.stronger(use, other.use),
                logLevel.isEmpty() ? other.logLevel : logLevel,
                printed || other.printed,
                Holding.stronger(returned, other.returned),
                Holding.stronger(thrown, other.thrown),
                completes || other.completes,
                answersInterrupt && other.answersInterrupt);
    }
}
