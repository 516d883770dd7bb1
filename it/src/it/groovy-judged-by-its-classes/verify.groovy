new org.runincident.it.Story(basedir)
        .saysInOrder('FailureWithoutReason', 'Runs.groovy:15')
        .finds(
                'src/main/groovy/org/example/Jobs.groovy:29 UnattributedStop',
                'src/main/groovy/org/example/Jobs.groovy:39 UnstructuredFailureReason',
                'src/main/groovy/org/example/Jobs.groovy:50 MessageOnlyException',
                'src/main/groovy/org/example/Jobs.groovy:68 LastErrorLost',
                'src/main/groovy/org/example/Jobs.groovy:91 FinallyDiscardsException',
                'src/main/groovy/org/example/Jobs.groovy:100 UnobservedFuture',
                'src/main/groovy/org/example/Jobs.groovy:109 DefaultHidesVariants',
                'src/main/groovy/org/example/Jobs.groovy:131 TerminalStatusByDefault',
                'src/main/groovy/org/example/Jobs.groovy:142 TerminalStatusOverwritten',
                'src/main/groovy/org/example/Jobs.groovy:150 MissingTransition',
                'src/main/groovy/org/example/Jobs.groovy:168 StatusWriteBypassesTransition',
                'src/main/groovy/org/example/Runs.groovy:15 FailureWithoutReason',
                'src/main/groovy/org/example/Runs.groovy:27 DroppedFailureReason',
                'src/main/groovy/org/example/Runs.groovy:34 SwallowedException',
                'src/main/groovy/org/example/Runs.groovy:51 LostCause',
                'src/main/groovy/org/example/Runs.groovy:67 InterruptLost')
        .hasNoStackTrace()
return true
