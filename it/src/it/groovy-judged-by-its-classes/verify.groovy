new org.runincident.it.Story(basedir)
        .saysInOrder('Runs.groovy:15', 'FailureWithoutReason')
        .finds(
                'src/main/groovy/org/example/Runs.groovy:15 FailureWithoutReason',
                'src/main/groovy/org/example/Runs.groovy:27 DroppedFailureReason',
                'src/main/groovy/org/example/Runs.groovy:34 SwallowedException',
                'src/main/groovy/org/example/Runs.groovy:51 LostCause',
                'src/main/groovy/org/example/Runs.groovy:67 InterruptLost')
        .hasNoStackTrace()
return true
