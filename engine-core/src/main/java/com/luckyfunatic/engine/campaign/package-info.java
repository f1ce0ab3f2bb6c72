/** Whom marketing campaigns brought, and what became of them. */
@NullMarked
package com.luckyfunatic.engine.campaign;

import org.jspecify.annotations.NullMarked;
