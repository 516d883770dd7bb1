package org.example;

public class Broken {
    public void first(Runnable work) {
        try {
            work.run();
        } catch (Exception e) {
        }
    }

    public void second() {
        int x = = 3;
    }
}
