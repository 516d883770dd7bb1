new org.runincident.it.Story(basedir)
        .saysInOrder('FailureWithoutReason', 'Runs.groovy:15')
        .says('This switch leaves out `FAILED` and `CANCELLED` of `JobStatus`')
        .finds(
                'src/main/groovy/org/example/Jobs.groovy:29 UnattributedStop',
                'src/main/groovy/org/example/Jobs.groovy:39 UnstructuredFailureReason',
                'src/main/groovy/org/example/Jobs.groovy:50 MessageOnlyException',
                'src/main/groovy/org/example/Jobs.groovy:68 LastErrorLost',
                'src/main/groovy/org/example/Jobs.groovy:91 FinallyDiscardsException',
                'src/main/groovy/org/example/Jobs.groovy:96 SwallowedAsyncFailure',
                'src/main/groovy/org/example/Jobs.groovy:104 UnobservedFuture',
                'src/main/groovy/org/example/Jobs.groovy:113 DefaultHidesVariants',
                'src/main/groovy/org/example/Jobs.groovy:122 UnhandledVariant',
                'src/main/groovy/org/example/Jobs.groovy:143 TerminalStatusByDefault',
                'src/main/groovy/org/example/Jobs.groovy:154 TerminalStatusOverwritten',
                'src/main/groovy/org/example/Jobs.groovy:162 MissingTransition',
                'src/main/groovy/org/example/Jobs.groovy:168 NarrowingOutcomeCast',
                'src/main/groovy/org/example/Jobs.groovy:180 StatusWriteBypassesTransition',
                'src/main/groovy/org/example/Jobs.groovy:211 VariantMirrorDrift',
                'src/main/groovy/org/example/Runs.groovy:15 FailureWithoutReason',
                'src/main/groovy/org/example/Runs.groovy:27 DroppedFailureReason',
                'src/main/groovy/org/example/Runs.groovy:34 SwallowedException',
                'src/main/groovy/org/example/Runs.groovy:51 LostCause',
                'src/main/groovy/org/example/Runs.groovy:67 InterruptLost')
        .hasNoStackTrace()
return true
