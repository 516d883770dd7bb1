new org.runincident.it.Story(basedir)
        .says('BUILD SUCCESS', 'Broken.java', 'Latin.java', 'Huge.java')
        .hasNoStackTrace()
        .findsAmongOthers(
                'broken/src/main/java/org/example/Broken.java:7 SwallowedException',
                'broken/src/main/java/org/example/Broken.java:12 UnparsableSource',
                'not-utf-8/src/main/java/org/example/Latin.java:5 SwallowedException',
                'long-concatenation/src/main/java/org/example/Terms.java:4 SwallowedException',
                'link-loop/src/main/java/org/example/Linked.java:7 SwallowedException',
                'sound/src/main/java/org/example/JobService.java:7 FailureWithoutReason')
return true
