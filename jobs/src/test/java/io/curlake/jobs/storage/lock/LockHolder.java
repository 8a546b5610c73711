package io.curlake.jobs.storage.lock;

import io.curlake.jobs.storage.TestStores;
import java.util.concurrent.CountDownLatch;

/** A process that takes the lock of a local warehouse, says so, and holds it until it is killed. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] args) throws InterruptedException {
        WarehouseLock lock = WarehouseLock.acquire(TestStores.local(), args[0], "load");
        System.out.println("token " + lock.token());
        new CountDownLatch(1).await();
    }
}
