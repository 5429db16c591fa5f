// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QGuiApplication>
#include <QTest>

/// The main() of a test without windows in which papers are drawn.
#define GUI_TEST_MAIN(TestObject) QTEST_MAIN_WRAPPER(TestObject, QTEST_QAPP_SETUP(QGuiApplication))
