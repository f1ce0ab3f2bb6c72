/** How operators' credentials are made and recognised. */
@NullMarked
package com.luckyfunatic.operations.operator;

import org.jspecify.annotations.NullMarked;
