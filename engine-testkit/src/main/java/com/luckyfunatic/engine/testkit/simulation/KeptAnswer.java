package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;

/**
 * The first answer to an operation, as a store keeps it.
 *
 * @param intent what was wanted
 * @param change the id of the change that came of it; 0 for none
 * @param isHard whether it may be given only when the database has it
 */
record KeptAnswer(Command intent, Answer answer, long change, boolean isHard) {}
