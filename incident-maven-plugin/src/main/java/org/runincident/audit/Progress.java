package org.runincident.audit;

/** Hears how far an audit is. Called from several threads; never changes what is found. */
public interface Progress {
    /** Nobody listens. */
    Progress NONE = new Progress() {
        @Override
        public void stage(String what, int steps) {}

        @Override
        public void step() {}
    };

    /**
     * A stage begins; the one before is over.
     *
     * @param what is counted, in the plural: {@code files read}
     * @param steps it takes
     */
    void stage(String what, int steps);

    /** One step of the stage is done. */
    void step();
}
