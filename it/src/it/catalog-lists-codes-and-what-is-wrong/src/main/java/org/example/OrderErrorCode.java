package org.example;

public enum OrderErrorCode {
    NO_STOCK("ORD-101", "Out of stock", false),
    TIMED_OUT("ORD-102", "Took too long", true),
    CARD_REFUSED("ORD-103", "The card was refused", false);

    OrderErrorCode(String code, String message, boolean retryable) {}
}
