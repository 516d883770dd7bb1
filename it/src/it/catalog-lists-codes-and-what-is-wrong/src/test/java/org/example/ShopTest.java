package org.example;

class ShopTest {
    Object expected = OrderErrorCode.NO_STOCK;
}
