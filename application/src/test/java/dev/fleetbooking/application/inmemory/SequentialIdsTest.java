package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.IdGenerator;
import dev.fleetbooking.application.IdGeneratorContract;

class SequentialIdsTest extends IdGeneratorContract {

    @Override
    protected IdGenerator generator() {
        return new SequentialIds();
    }
}
