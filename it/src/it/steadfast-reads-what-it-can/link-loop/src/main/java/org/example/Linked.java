package org.example;

public class Linked {
    public void run(Runnable work) {
        try {
            work.run();
        } catch (Exception e) {
        }
    }
}
