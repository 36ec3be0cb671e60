package dev.fleetbooking.application.kit;

class SequentialIdsTest extends IdGeneratorContract {

    @Override
    protected IdGenerator generator() {
        return new SequentialIds();
    }
}
