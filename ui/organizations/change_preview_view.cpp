// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/change_preview_view.h"
#include "models/organizations/mrr_amount.h"
#include "ui/organizations/limit_editor.h"
#include "ui/organizations/tab_page.h"
#include "ui/organizations/words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/separator.h"
#include <QBoxLayout>
#include <chrono>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QString itemWord(const models::ChangeLine &line) {
  if (line.item == u"plan")
    return ChangePreviewView::tr("plan");
  if (line.item == u"seat")
    return ChangePreviewView::tr("seats");
  return line.name.isEmpty() ? line.item : line.name;
}

QString nameOf(const models::ChangeLine &line) {
  if (line.kind == u"proration_credit")
    return ChangePreviewView::tr("Unused time, %1").arg(itemWord(line));
  if (line.kind == u"proration_charge")
    return ChangePreviewView::tr("Rest of the period, %1").arg(itemWord(line));
  if (line.kind == u"addon")
    return itemWord(line);
  if (line.kind == u"plan")
    return ChangePreviewView::tr("Plan");
  if (line.kind == u"seat")
    return ChangePreviewView::tr("Seats");
  if (line.kind == u"usage")
    return metricName(line.item);
  if (line.kind == u"discount")
    return ChangePreviewView::tr("Discount %1").arg(line.item);
  return line.kind == u"tax" ? ChangePreviewView::tr("Tax %1").arg(line.item) : line.item;
}

QString textOf(const models::ChangeLine &line, const QLocale &locale) {
  if (line.days.isEmpty())
    return nameOf(line);
  return ChangePreviewView::tr("%1 · %2 to %3")
      .arg(nameOf(line), formatDay(line.days.from, locale),
           formatDay(line.days.to - std::chrono::days(1), locale));
}

QString mrrText(const models::ChangePreview &preview, const QLocale &locale) {
  const auto of = [&locale](const subscriptions::Subscription &subscription) {
    return formatMoney(models::mrrAmount(subscription.mrrTwelfths, subscription.currency), locale);
  };
  const auto before = of(preview.before), after = of(preview.after);
  return before == after ? ChangePreviewView::tr("%1, as now").arg(after)
                         : u"%1 → %2"_s.arg(before, after);
}

} // namespace

ChangePreviewView::ChangePreviewView(QWidget *parent)
    : QWidget(parent), m_card(makeFactCard(tr("What it comes to"))) {
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_card);
  clear();
}

void ChangePreviewView::clear() {
  clearLayout(m_card->body());
  m_said.clear();
  m_card->setFact({});
  m_card->body()->addWidget(new Label(tr("Not known yet."), TextStyle::Body, Tone::Muted));
}

QString ChangePreviewView::text() const { return m_said.join(u'\n'); }

void ChangePreviewView::addFact(const QString &key, const QString &value, bool isSum) {
  auto *row = new FactRow(key, value);
  row->setKeyWraps();
  if (isSum)
    row->setStrong();
  m_card->body()->addWidget(row);
  m_said.append(u"%1: %2"_s.arg(key, value));
}

void ChangePreviewView::addBill(const models::ChangePreview &preview) {
  const auto money = [this](const Money &amount) { return formatMoney(amount, locale()); };
  if (!preview.awaited.isZero())
    addFact(tr("Invoices that are due before it"), money(preview.awaited));
  if (preview.awaitedBefore)
    addFact(tr("Usage in the currency before"), money(*preview.awaitedBefore));
  if (!preview.lowersDrafts.isZero())
    addFact(tr("Taken off what is drafted"), money(preview.lowersDrafts));
  for (const auto &line : preview.lines)
    addFact(textOf(line, locale()), money(line.amount));
  if (preview.lines.empty()) {
    addFact(tr("Due now"), tr("nothing"), true);
    return;
  }
  m_card->body()->addWidget(new Separator);
  if (preview.isCreditNote) {
    addFact(tr("Credit note"), money(preview.total), true);
    if (!preview.lowersInvoices.isZero())
      addFact(tr("Lowers what is open"), money(preview.lowersInvoices));
    if (!preview.toBalance.isZero())
      addFact(tr("Goes to the balance"), money(preview.toBalance));
    return;
  }
  addFact(tr("Invoice"), money(preview.total), true);
  if (!preview.fromBalance.isZero())
    addFact(tr("Paid from the balance"), money(preview.fromBalance));
  addFact(tr("Due now"), money(preview.dueNow), true);
}

void ChangePreviewView::show(const models::ChangePreview &preview) {
  clearLayout(m_card->body());
  m_said.clear();
  m_card->setFact(preview.isCreditNote    ? tr("credited at once")
                  : preview.lines.empty() ? QString()
                  : preview.staysDraft    ? tr("drafted at once")
                                          : tr("invoiced at once"));
  addBill(preview);
  m_card->body()->addWidget(new Separator);
  addFact(tr("Balance after it"), formatMoney(preview.balanceAfter, locale()));
  addFact(tr("MRR"), mrrText(preview, locale()));
  if (preview.begins() && preview.after.status == subscriptions::Status::Trialing)
    addFact(tr("Trial until"), formatDay(*preview.after.trialEnd, locale()));
  if (!preview.begins()) // what it begins with stands in the fields
    addContract(preview);
  addNext(preview);
  setAccessibleName(text());
}

/// What it grants instead of the plan, where that becomes another.
void ChangePreviewView::addContract(const models::ChangePreview &preview) {
  const auto become = [this](const QString &key, const std::optional<QString> &was,
                             const std::optional<QString> &is) {
    const auto plans = tr("as the plan says");
    if (was != is)
      addFact(key, was ? u"%1 → %2"_s.arg(*was, is.value_or(plans)) : is.value_or(plans));
  };
  const auto &before = preview.before, &after = preview.after;
  const auto price = [&](const subscriptions::Subscription &of) {
    return of.priceOverride ? std::optional(formatMoney({*of.priceOverride, of.currency}, locale()))
                            : std::nullopt;
  };
  become(tr("Price of its own"), price(before), price(after));
  const auto &detail = after.scheduled.detail;
  const auto currency = subscriptions::currencyThen(after.scheduled, after.currency);
  if (currency != after.currency)
    addFact(tr("Currency, then"), currency.code());
  if (!preview.uncharged.isEmpty()) {
    QStringList names;
    for (const auto &metric : preview.uncharged)
      names += metricName(metric);
    addFact(tr("Not charged in %1").arg(currency.code()), names.join(u" · "_s), true);
  }
  if (after.scheduled != before.scheduled && detail.is_object() && detail.contains("price")) {
    auto then = after;
    then.currency = currency;
    then.priceOverride = detail.at("price").is_null()
                             ? std::nullopt
                             : std::optional(detail.at("price").get<std::int64_t>());
    addFact(tr("Price of its own, then"), price(then).value_or(tr("as the plan says")));
  }
  auto metrics = before.ownLimits;
  metrics.insert(after.ownLimits.begin(), after.ownLimits.end());
  for (const auto &[metric, any] : metrics) {
    const auto limit = [&](const subscriptions::OwnLimits &limits) -> std::optional<QString> {
      const auto found = limits.find(metric);
      return found == limits.end() ? std::nullopt
                                   : std::optional(limitText(found->second, locale()));
    };
    become(tr("Limit of its own, %1").arg(metricName(metric)), limit(before.ownLimits),
           limit(after.ownLimits));
  }
}

void ChangePreviewView::addNext(const models::ChangePreview &preview) {
  if (!preview.next || !preview.nextOn)
    return addFact(tr("Next invoice"), tr("none"));
  const auto on = formatDay(*preview.nextOn, locale());
  const auto amount = formatMoney(*preview.next, locale());
  const bool isFirst = preview.begins() && preview.lines.empty();
  addFact((isFirst ? tr("First invoice, %1") : tr("Next invoice, %1")).arg(on),
          preview.nextWithout
              ? tr("%1 instead of %2").arg(amount, formatMoney(*preview.nextWithout, locale()))
              : amount);
}

} // namespace tenantry::ui
