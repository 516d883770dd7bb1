package org.example;

public class JobService {
    private int undelivered;

    public void giveUp(Job job) {
        job.setStatus(Job.Status.FAILED);
    }

    public void giveUp(Job job, String why) {
        job.setFailureReason(why);
        job.setStatus(Job.Status.FAILED);
    }

    public void tell(Runnable listener) {
        try {
            listener.run();
        } catch (Exception e) {
            undelivered++;
        }
    }
}
