// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/addons_dialog.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/format.h"
#include <QBoxLayout>
#include <QComboBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

bool isForLater(const models::ChangePreview &preview) {
  return preview.after.scheduled.action != subscriptions::ScheduledAction::None;
}

} // namespace

AddonsDialog::AddonsDialog(models::Connection &connection, const models::OrganizationFacts &facts,
                           QWidget *window)
    : SubscriptionDialog(connection, facts,
                         {tr("Add-ons of %1").arg(facts.organization.name), tr("Set add-on"),
                          u"plus"_s, ButtonVariant::Primary},
                         window),
      m_addon(new QComboBox), m_quantity(new QSpinBox),
      m_field(new FormField(tr("Quantity"), m_quantity)), m_when(new QComboBox) {
  m_quantity->setGroupSeparatorShown(true);
  m_quantity->setRange(0, 0);
  m_when->addItem(tr("Now"));
  m_when->addItem(
      tr("At the end of the period, %1").arg(formatDay(facts.subscription->period.to, locale())));
  fields()->addWidget(new FormField(tr("Add-on"), m_addon));
  fields()->addWidget(m_field);
  fields()->addWidget(new FormField(tr("When"), m_when));
  connect(m_addon, &QComboBox::currentIndexChanged, this, [this] {
    showAddon();
    edited();
  });
  connect(m_quantity, &QSpinBox::valueChanged, this, &AddonsDialog::edited);
  connect(m_when, &QComboBox::currentIndexChanged, this, &AddonsDialog::edited);
  // What is issued is final: the button itself does it, and not Enter alone.
  connect(&changer(), &models::SubscriptionChanger::previewed, this,
          [this](const models::ChangePreview &preview) {
            confirmation()->setAutoDefault(preview.lines.empty());
            confirmation()->setDefault(preview.lines.empty());
          });
  begin(Offers::Needed);
}

const models::AddonOffer *AddonsDialog::chosen() const {
  const auto &offers = changer().addons();
  const int at = m_addon->currentIndex();
  return at >= 0 && at < offers.size() ? &offers[at] : nullptr;
}

void AddonsDialog::showOffers(const QList<models::PlanOffer> &) {
  m_isKnown = true;
  const QSignalBlocker quiet(m_addon);
  const auto id = m_addon->currentData();
  m_addon->clear();
  for (const auto &offer : changer().addons())
    m_addon->addItem(tr("%1, %2 each").arg(offer.name, formatMoney(offer.each, locale())),
                     offer.id);
  m_addon->setCurrentIndex(std::max(0, m_addon->findData(id)));
  showAddon();
}

/// One more than there are, or none where there may be no more.
void AddonsDialog::showAddon() {
  const auto *offer = chosen();
  if (!offer)
    return;
  const QSignalBlocker quiet(m_quantity);
  m_quantity->setRange(0, offer->most);
  m_quantity->setValue(offer->held < offer->most ? offer->held + 1 : 0);
  m_field->setHint(
      tr("It has %1 of at most %2; 0 removes it.")
          .arg(formatNumber(offer->held, locale()), formatNumber(offer->most, locale())));
}

models::WantedChange AddonsDialog::wanted() const {
  models::WantedChange wanted;
  wanted.kind = models::WantedChange::Kind::Addon;
  wanted.addonId = m_addon->currentData().toString();
  wanted.quantity = m_quantity->value();
  wanted.now = m_when->currentIndex() == 0;
  return wanted;
}

QString AddonsDialog::objection() const {
  if (chosen())
    return {};
  return m_isKnown ? tr("No add-on is sold for how this subscription is billed")
                   : tr("Reading what is sold…");
}

QString AddonsDialog::meaning(const Preview &preview) const {
  auto text = isForLater(preview)
                  ? tr("It is changed on %1. Until then it can be taken back.")
                        .arg(formatDay(preview.before.period.to, locale()))
                  : tr("It is changed at once, with the limits and features it grants. What is "
                       "issued with it is final.");
  if (preview.before.scheduled.action != subscriptions::ScheduledAction::None &&
      preview.before.scheduled != preview.after.scheduled)
    text += u' ' + tr("What was scheduled before is dropped.");
  return text;
}

QString AddonsDialog::doneText(const Preview &preview) const {
  return isForLater(preview)
             ? tr("Scheduled for %1").arg(formatDay(preview.before.period.to, locale()))
             : tr("Add-on set");
}

/// What was scheduled before it would not come back.
std::optional<models::WantedChange> AddonsDialog::undo() const {
  const auto &shown = changer().shown();
  if (!shown || !isForLater(*shown) ||
      shown->before.scheduled.action != subscriptions::ScheduledAction::None)
    return {};
  models::WantedChange wanted;
  wanted.kind = models::WantedChange::Kind::TakeBack;
  wanted.scheduled = shown->after.scheduled;
  return wanted;
}

models::FormValues AddonsDialog::typed() const {
  return {{u"addon"_s, m_addon->currentData().toString()},
          {u"quantity"_s, QString::number(m_quantity->value())},
          {u"when"_s, QString::number(m_when->currentIndex())}};
}

void AddonsDialog::fill(const models::FormValues &typed) {
  const QSignalBlocker first(m_addon), second(m_quantity), third(m_when);
  m_addon->setCurrentIndex(std::max(0, m_addon->findData(typed.value(u"addon"_s))));
  showAddon();
  m_quantity->setValue(typed.value(u"quantity"_s).toInt());
  m_when->setCurrentIndex(std::clamp(typed.value(u"when"_s).toInt(), 0, 1));
}

} // namespace tenantry::ui
