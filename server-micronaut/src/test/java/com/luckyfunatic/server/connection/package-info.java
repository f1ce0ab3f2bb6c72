@NullMarked
package com.luckyfunatic.server.connection;

import org.jspecify.annotations.NullMarked;
