package com.luckyfunatic.server.health;

import java.util.List;

/** Several checks that are known only when the server runs. Beans of this type are found too. */
@FunctionalInterface
public interface ReadinessSource {
    /** Always the same ones. */
    List<ReadinessCheck> checks();
}
