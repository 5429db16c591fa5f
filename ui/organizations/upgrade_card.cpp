// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/upgrade_card.h"

#include "ui/organizations/limit_editor.h"
#include "ui/organizations/tab_page.h"
#include "ui/organizations/words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/format.h"
#include "ui/widgets/key_figure.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct UpgradeCard {
  Q_DECLARE_TR_FUNCTIONS(tenantry::ui::UpgradeCard)
};

using billing::UpgradeVerdict;

void addSentence(Card *card, const QString &sentence, Tone tone) {
  auto *label = new Label(sentence, TextStyle::Body, tone);
  label->setWordWrap(true);
  card->body()->addWidget(label);
}

QString maybeLimit(const std::optional<std::int64_t> &limit, const QLocale &locale) {
  return limitText(limit.value_or(-1), locale);
}

/// "€45.00 less a month"
QString differenceText(const Money &difference, const QLocale &locale) {
  if (difference.minor() == 0)
    return UpgradeCard::tr("costs the same");
  return difference.minor() < 0
             ? UpgradeCard::tr("%1 less a month").arg(formatMoney(-difference, locale))
             : UpgradeCard::tr("%1 more a month").arg(formatMoney(difference, locale));
}

QString whyNot(const models::OrganizationFacts &facts) {
  if (facts.upgrade.verdict == UpgradeVerdict::ChangeWaits)
    return UpgradeCard::tr("Nothing is suggested: a change, or the end, comes with the end of "
                           "the period.");
  return facts.upgrade.letsThemGoOn
             ? UpgradeCard::tr("Nothing is suggested: no plan on sale has more room for what is "
                               "used up.")
             : UpgradeCard::tr("Nothing is suggested: no higher plan on sale would cost less for "
                               "what is used.");
}

void addSuggestion(Card *card, const models::OrganizationFacts &facts, const QLocale &locale) {
  const auto &upgrade = facts.upgrade;
  const auto money = [&](std::int64_t minor) { return Money(minor, upgrade.currency); };
  const auto now = formatMoney(money(upgrade.aMonth(upgrade.now)), locale);
  const auto then = formatMoney(money(upgrade.aMonth(*upgrade.best)), locale);
  const auto difference = differenceText(money(upgrade.differenceAMonth()), locale);
  addSentence(card,
              upgrade.letsThemGoOn
                  ? UpgradeCard::tr("A hard limit is used up: with %1 they can go on. It comes to "
                                    "%2 a month for what is used, %3 comes to %4.")
                        .arg(facts.upgradePlanName, then, facts.planName, now)
                  : UpgradeCard::tr("%1 comes to %2 a month for what is used, %3 comes to %4.")
                        .arg(facts.upgradePlanName, then, facts.planName, now),
              Tone::Text);
  auto *rows = new QWidget;
  auto *column = new QVBoxLayout(rows);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  card->body()->addWidget(rows);
  const auto add = [column](const QString &key, const QString &value, bool isSum = false) {
    auto *row = new FactRow(key, value);
    row->setKeyWraps();
    if (isSum)
      row->setStrong();
    column->addWidget(row);
  };
  add(UpgradeCard::tr("Now, %1").arg(facts.planName), now);
  add(UpgradeCard::tr("With %1").arg(facts.upgradePlanName), then);
  add(UpgradeCard::tr("Difference"), difference, true);
  for (const auto &limit : upgrade.limits)
    if (limit.now != limit.then)
      add(UpgradeCard::tr("Limit, %1").arg(metricName(limit.metric)),
          u"%1 → %2"_s.arg(maybeLimit(limit.now, locale), maybeLimit(limit.then, locale)));
  addSentence(card,
              UpgradeCard::tr("The average month of the running period, as it is expected to end, "
                              "and of up to two before it: plan, seats and what is charged of "
                              "usage, before discounts and tax."),
              Tone::Muted);
}

} // namespace

void showUpgrade(Card *card, const models::OrganizationFacts &facts, const QLocale &locale) {
  const auto verdict = facts.upgrade.verdict;
  const bool hasToSay =
      verdict != UpgradeVerdict::NotRunning && verdict != UpgradeVerdict::WithinLimits;
  clearLayout(card->body());
  card->setVisible(hasToSay);
  if (!hasToSay)
    return;
  if (facts.upgrade.verdict != UpgradeVerdict::ChangeWaits) // nothing was compared
    card->setFact(facts.upgrade.best ? facts.upgradePlanName : UpgradeCard::tr("nothing better"));
  card->setFormula(UpgradeCard::tr("What each plan on sale would come to for what was used, by the "
                                   "rules of invoices."),
                   formatAsOf(facts.readAt, facts.organization.zone, locale));
  if (facts.upgrade.best)
    addSuggestion(card, facts, locale);
  else
    addSentence(card, whyNot(facts), Tone::Muted);
}

} // namespace tenantry::ui
