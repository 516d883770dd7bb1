new org.runincident.it.Story(basedir)
        .says('No rule is called FailureWithoutReson. Did you mean FailureWithoutReason?')
        .hasNoStackTrace()
return true
