new org.runincident.it.Story(basedir)
        .saysInOrder('Runs.kt:21', 'FailureWithoutReason')
        .finds(
                'src/main/kotlin/org/example/Runs.kt:21 FailureWithoutReason',
                'src/main/kotlin/org/example/Runs.kt:33 DroppedFailureReason',
                'src/main/kotlin/org/example/Runs.kt:40 SwallowedException',
                'src/main/kotlin/org/example/Runs.kt:57 LostCause',
                'src/main/kotlin/org/example/Runs.kt:73 InterruptLost',
                'src/main/kotlin/org/example/Runs.kt:90 FinallyDiscardsException',
                'src/main/kotlin/org/example/Runs.kt:96 DefaultHidesVariants',
                'src/main/kotlin/org/example/Runs.kt:110 UnhandledVariant')
        .hasNoStackTrace()
return true
