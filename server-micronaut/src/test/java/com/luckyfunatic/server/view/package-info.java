@NullMarked
package com.luckyfunatic.server.view;

import org.jspecify.annotations.NullMarked;
