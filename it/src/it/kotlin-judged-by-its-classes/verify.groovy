new org.runincident.it.Story(basedir)
        .saysInOrder('FailureWithoutReason', 'Runs.kt:21')
        .finds(
                'src/main/kotlin/org/example/Jobs.kt:32 UnattributedStop',
                'src/main/kotlin/org/example/Jobs.kt:42 UnstructuredFailureReason',
                'src/main/kotlin/org/example/Jobs.kt:54 MessageOnlyException',
                'src/main/kotlin/org/example/Jobs.kt:72 LastErrorLost',
                'src/main/kotlin/org/example/Jobs.kt:91 SwallowedAsyncFailure',
                'src/main/kotlin/org/example/Jobs.kt:99 UnobservedFuture',
                'src/main/kotlin/org/example/Jobs.kt:106 NarrowingOutcomeCast',
                'src/main/kotlin/org/example/Jobs.kt:115 TerminalStatusByDefault',
                'src/main/kotlin/org/example/Jobs.kt:132 TerminalStatusOverwritten',
                'src/main/kotlin/org/example/Jobs.kt:140 MissingTransition',
                'src/main/kotlin/org/example/Jobs.kt:150 StatusWriteBypassesTransition',
                'src/main/kotlin/org/example/Jobs.kt:157 VariantMirrorDrift',
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
