@NullMarked
package com.luckyfunatic.server.campaign;

import org.jspecify.annotations.NullMarked;
