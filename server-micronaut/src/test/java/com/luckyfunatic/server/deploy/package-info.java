@NullMarked
package com.luckyfunatic.server.deploy;

import org.jspecify.annotations.NullMarked;
