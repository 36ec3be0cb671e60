package dev.fleetbooking.bootstrap.usecase;

import dev.fleetbooking.application.IdGenerator;
import dev.fleetbooking.application.IdGeneratorContract;

class UuidCreatorIdGeneratorTest extends IdGeneratorContract {

    private final IdGenerator generator = new UseCaseConfiguration().idGenerator();

    @Override
    protected IdGenerator generator() {
        return generator;
    }
}
