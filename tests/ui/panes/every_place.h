// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTest>

namespace tenantry::tests {

using namespace Qt::StringLiterals;

/// The places that every pane has, by their links.
struct EveryPlace {
  /// What panes show: a row of tests each.
  static void places() {
    QTest::addColumn<QString>("link");
    QTest::newRow("home") << u"tenantry://home"_s;
    QTest::newRow("organization") << u"overview"_s;
    QTest::newRow("members") << u"members"_s;
    QTest::newRow("subscription") << u"subscription"_s;
    QTest::newRow("usage") << u"usage"_s;
    QTest::newRow("invoices of one") << u"invoices"_s;
    QTest::newRow("timeline") << u"timeline"_s;
    QTest::newRow("subscriptions") << u"tenantry://subscriptions"_s;
    QTest::newRow("billing") << u"today"_s;
    QTest::newRow("invoices") << u"tenantry://invoices"_s;
    QTest::newRow("invoice") << u"tenantry://invoice/INV-2026-000001"_s;
    QTest::newRow("matching") << u"tenantry://matching"_s;
    QTest::newRow("dunning") << u"tenantry://dunning"_s;
    QTest::newRow("contradictions") << u"tenantry://contradictions"_s;
    QTest::newRow("ledger") << u"tenantry://ledger"_s;
    QTest::newRow("open items") << u"tenantry://ledger?tab=open-items"_s;
    QTest::newRow("usage of all") << u"tenantry://usage"_s;
    QTest::newRow("mails") << u"tenantry://mails"_s;
    QTest::newRow("business") << u"tenantry://business"_s;
    QTest::newRow("what if") << u"tenantry://business?tab=what-if"_s;
    QTest::newRow("revenue") << u"tenantry://ledger?tab=revenue"_s;
  }
};

} // namespace tenantry::tests
