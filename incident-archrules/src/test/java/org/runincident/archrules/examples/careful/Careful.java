package org.runincident.archrules.examples.careful;

/** Gives every rule something to look at, and none something to report. */
class Careful {
    enum RunState {
        QUEUED,
        RUNNING,
        FAILED
    }

    static class Run {
        private RunState state = RunState.QUEUED;
        private Exception reason;

        void fail(Exception problem) {
            state = RunState.FAILED;
            reason = problem;
        }

        @Override
        public String toString() {
            return state + " " + reason;
        }
    }

    void run(Run run) {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            run.fail(e);
        } catch (RuntimeException e) {
            run.fail(e);
            throw new IllegalStateException("the run failed", e);
        }
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
    }

    void sends(Parcel parcel) {
        parcel.moveTo(ParcelState.SENT);
        parcel.moveTo(ParcelState.ARRIVED);
    }

    String name(RunState state) {
        return switch (state) {
            case QUEUED -> "waits";
            case RUNNING -> "runs";
            case FAILED -> "failed";
        };
    }
}
