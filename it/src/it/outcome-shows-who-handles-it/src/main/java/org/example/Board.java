package org.example;

class Board {
    String colour(JobStatus status) {
        return switch (status) {
            case QUEUED -> "grey";
            case RUNNING -> "blue";
            case FAILED -> "red";
        };
    }

    void tell(JobStatus status) {
        switch (status) {
            case QUEUED:
                System.out.println("waits");
                break;
            case RUNNING:
                throw new IllegalStateException("runs");
        }
    }
}
