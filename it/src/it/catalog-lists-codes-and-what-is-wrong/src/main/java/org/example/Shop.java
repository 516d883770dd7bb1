package org.example;

class Shop {
    void sell(int left) {
        if (left == 0) {
            throw new OrderException(OrderErrorCode.NO_STOCK, "nothing left");
        }
    }

    void reserve(int left) {
        if (left == 0) {
            throw new OrderException(OrderErrorCode.NO_STOCK, "sold out");
        }
        throw new OrderException(OrderErrorCode.TIMED_OUT, "no answer");
    }
}
