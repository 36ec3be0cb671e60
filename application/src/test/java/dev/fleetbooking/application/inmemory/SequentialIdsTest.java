package dev.fleetbooking.application.inmemory;

import dev.fleetbooking.application.kit.IdGenerator;
import dev.fleetbooking.application.kit.IdGeneratorContract;

class SequentialIdsTest extends IdGeneratorContract {

    @Override
    protected IdGenerator generator() {
        return new SequentialIds();
    }
}
