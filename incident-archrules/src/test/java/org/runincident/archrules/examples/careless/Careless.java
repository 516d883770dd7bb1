package org.runincident.archrules.examples.careless;

import java.util.Map;

/** Does once what each rule is against. */
class Careless {
    enum RunState {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    static class Run {
        private RunState state = RunState.QUEUED;
        private Exception reason;

        void setState(RunState state) {
            this.state = state;
        }

        void setReason(Exception reason) {
            this.reason = reason;
        }

        @Override
        public String toString() {
            return state + " " + reason;
        }
    }

    private static final Map<RunState, String> NAMES =
            Map.of(RunState.QUEUED, "waits", RunState.RUNNING, "runs", RunState.DONE, "done");

    void fails(Run run) {
        run.setState(RunState.FAILED);
    }

    void drops(Run run) {
        try {
            work();
        } catch (IllegalStateException e) {
            run.setState(RunState.FAILED);
        }
    }

    Object swallows() {
        try {
            return work();
        } catch (Exception e) {
            return null;
        }
    }

    void losesCause() {
        try {
            work();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("no work");
        }
    }

    void losesInterrupt() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            work();
        }
    }

    void forgets(RunState state) {
        switch (state) {
            case QUEUED:
                work();
                break;
            case RUNNING:
                swallows();
                break;
            case DONE:
                losesCause();
                break;
        }
        work();
    }

    Object work() {
        return NAMES;
    }

    enum ParcelState {
        PACKED,
        SENT,
        ARRIVED,
        LOST
    }

    static class Parcel {
        private ParcelState state = ParcelState.PACKED;

        void moveTo(ParcelState next) {
            if (state == ParcelState.LOST) {
                throw new IllegalStateException("lost");
            }
            state = next;
        }

        void setState(ParcelState state) {
            this.state = state;
        }
    }

    void sends(Parcel parcel) {
        parcel.moveTo(ParcelState.SENT);
    }

    void goesRound(Parcel parcel) {
        parcel.setState(ParcelState.ARRIVED);
    }
}
