package org.example;

class OrderException extends RuntimeException {
    OrderException(OrderErrorCode code, String message) {
        super(message);
    }
}
