// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/billing/invoice_offers.h"
#include "ui/billing/invoices_pane.h"
#include "ui/billing/money_offer.h"
#include "ui/forms/form_dialog.h"
#include "ui/forms/question_dialog.h"
#include "ui/lists/bulk_dialog.h"
#include "ui/lists/list_acts.h"
#include "ui/lists/report_dialog.h"
#include "ui/organizations/charge_dialog.h"
#include "ui/organizations/invoices_tab.h"
#include "ui/organizations/link_act.h"
#include "ui/organizations/members_tab.h"
#include "ui/organizations/money_dialog.h"
#include "ui/organizations/organization_detail.h"
#include "ui/organizations/organization_forms.h"
#include "ui/organizations/organizations_pane.h"
#include "ui/organizations/subscription_acts.h"
#include "ui/organizations/subscription_dialog.h"
#include "ui/organizations/subscription_tab.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/table_view.h"
#include <QPushButton>
#include <QTest>

namespace tenantry::tests {

using namespace Qt::StringLiterals;

/// The dialogs that stand over a record, each by a word.
struct EveryDialog {
  ui::MainWindow *window;
  ui::OrganizationsPane *customers;
  ui::InvoicesPane *invoices;
  ui::Place organization;
  QString invoice; ///< its number; an open one

  /// Shows the record and opens it; null where it does not come.
  [[nodiscard]] QDialog *open(const QString &word) const {
    QDialog *dialog = nullptr;
    const auto *detail = customers->detail();
    if (word == u"change" && at(u"subscription"_s)) {
      auto *acts = detail->subscription()->acts();
      if (press(acts->change()))
        dialog = acts->dialog();
    } else if (const auto button = subscriptionAct(word); button && at(u"subscription"_s)) {
      auto *acts = detail->subscription()->acts();
      if (press((acts->*button)()))
        dialog = acts->opened();
    } else if (word == u"charge" && at(u"invoices"_s)) {
      if (press(detail->invoices()->charging()))
        dialog = detail->invoices()->dialog();
    } else if (word == u"link" && at(u"invoices"_s)) {
      if (press(detail->invoices()->linking()->button()))
        dialog = detail->invoices()->linking()->dialog();
    } else if (word == u"member" && at(u"members"_s)) {
      if (press(detail->members()->adding()))
        dialog = detail->members()->form();
    } else if (word == u"edit" && at({})) {
      if (press(customers->forms()->amending()))
        dialog = customers->forms()->open();
    } else if (word == u"money" && settle({ui::Place::Kind::Invoice, invoice, {}, {}})) {
      auto *offer = invoices->offers()->receive();
      if (QTest::qWaitFor([offer] { return offer->isEnabled(); }, 20'000))
        offer->trigger();
      dialog = offer->dialog();
    } else if (word == u"bulk" && settle(customers->home())) {
      customers->table()->selectAll();
      auto *act = customers->acts()->actions().front();
      if (QTest::qWaitFor([act] { return act->isEnabled(); }, 20'000))
        act->trigger();
      dialog = customers->acts()->question();
    } else if (word == u"question") {
      dialog = new ui::QuestionDialog({u"Apply"_s, u"Apply version 2"_s, u"3 changes"_s,
                                       u"It holds at once."_s, u"2"_s, u"Its number"_s},
                                      window);
      dialog->open();
    } else if (word == u"report") {
      dialog = new ui::ReportDialog(
          u"Suspend"_s, {{u"One"_s, {u"organization.not_found"_s, u"It is gone."_s, {}}}}, window);
      dialog->open();
    }
    const auto isThere = [dialog] {
      const auto *form = qobject_cast<const ui::FormDialog *>(dialog);
      const auto *bulk = qobject_cast<const ui::BulkDialog *>(dialog);
      return dialog->isVisible() && (!form || form->isSettled()) && (!bulk || bulk->isSettled());
    };
    return dialog && QTest::qWaitFor(isThere, 20'000) ? dialog : nullptr;
  }
  static constexpr std::array words{"change",  "charge", "link",   "member",  "edit",
                                    "money",   "bulk",   "report", "coupon",  "limits",
                                    "renewal", "pause",  "end",    "question"};
  [[nodiscard]] static bool isOne(const QString &word) {
    return std::any_of(words.begin(), words.end(),
                       [&word](const char *one) { return word == QLatin1StringView(one); });
  }

private:
  using Button = QPushButton *(ui::SubscriptionActs::*)() const;
  /// That opens another dialog over the subscription; null: it is none of them.
  [[nodiscard]] static Button subscriptionAct(const QString &word) {
    using Acts = ui::SubscriptionActs;
    return QHash<QString, Button>{{u"coupon"_s, &Acts::coupon},
                                  {u"limits"_s, &Acts::limits},
                                  {u"renewal"_s, &Acts::renewal},
                                  {u"pause"_s, &Acts::pause},
                                  {u"end"_s, &Acts::end}}
        .value(word);
  }
  [[nodiscard]] bool settle(const ui::Place &place) const {
    window->open(place);
    return QTest::qWaitFor([this] { return window->currentPane()->isSettled(); }, 20'000);
  }
  [[nodiscard]] bool at(const QString &tab) const {
    auto place = organization;
    place.tab = tab;
    return settle(place);
  }
  [[nodiscard]] static bool press(QPushButton *button) {
    if (!QTest::qWaitFor([button] { return button->isEnabled(); }, 20'000))
      return false;
    button->click();
    return true;
  }
};

} // namespace tenantry::tests
