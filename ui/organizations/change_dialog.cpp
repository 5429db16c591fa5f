// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/change_dialog.h"
#include "ui/forms/money_editor.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/format.h"
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

using business::Proration;

QString confirmText(ChangeDialog::Kind kind) {
  switch (kind) {
  case ChangeDialog::Kind::Cancel:
    return ChangeDialog::tr("End subscription");
  case ChangeDialog::Kind::Pause:
    return ChangeDialog::tr("Pause subscription");
  case ChangeDialog::Kind::Resume:
    return ChangeDialog::tr("Resume subscription");
  default:
    return ChangeDialog::tr("Change subscription");
  }
}

QString iconOf(ChangeDialog::Kind kind) {
  switch (kind) {
  case ChangeDialog::Kind::Cancel:
    return u"x"_s;
  case ChangeDialog::Kind::Pause:
    return u"pause"_s;
  case ChangeDialog::Kind::Resume:
    return u"play"_s;
  default:
    return u"check"_s;
  }
}

QString titleOf(ChangeDialog::Kind kind, const QString &name) {
  switch (kind) {
  case ChangeDialog::Kind::Cancel:
    return ChangeDialog::tr("End the subscription of %1").arg(name);
  case ChangeDialog::Kind::Pause:
    return ChangeDialog::tr("Pause the subscription of %1").arg(name);
  case ChangeDialog::Kind::Resume:
    return ChangeDialog::tr("Resume the subscription of %1").arg(name);
  default:
    return ChangeDialog::tr("Change the subscription of %1").arg(name);
  }
}

QString prorationWord(Proration proration) {
  switch (proration) {
  case Proration::Day:
    return ChangeDialog::tr("By the day");
  case Proration::Second:
    return ChangeDialog::tr("To the second");
  case Proration::None:
    break;
  }
  return ChangeDialog::tr("Not at all");
}

QString usualWord(Proration proration) {
  switch (proration) {
  case Proration::Day:
    return ChangeDialog::tr("As usual: by the day");
  case Proration::Second:
    return ChangeDialog::tr("As usual: to the second");
  case Proration::None:
    break;
  }
  return ChangeDialog::tr("As usual: not at all");
}

bool waits(const models::ChangePreview &preview) {
  return preview.after.scheduled.action != subscriptions::ScheduledAction::None;
}

} // namespace

ChangeDialog::ChangeDialog(models::Connection &connection, const models::OrganizationFacts &facts,
                           Kind kind, QWidget *window)
    : SubscriptionDialog(connection, facts,
                         {titleOf(kind, facts.organization.name), confirmText(kind), iconOf(kind),
                          kind == Kind::Cancel ? ButtonVariant::Danger : ButtonVariant::Primary},
                         window),
      m_kind(kind) {
  if (m_kind == Kind::Alter)
    addTerms();
  if (m_kind == Kind::Alter || m_kind == Kind::Cancel)
    addWhen();
  if (m_kind == Kind::Alter)
    addProration();
  if (m_kind == Kind::Cancel)
    addTypedConfirmation();
  // What is issued is final: the button itself does it, or what was typed, and not Enter alone.
  connect(&changer(), &models::SubscriptionChanger::previewed, this,
          [this](const models::ChangePreview &preview) {
            const bool doesEnter = preview.lines.empty() || isFinal();
            confirmation()->setAutoDefault(doesEnter);
            confirmation()->setDefault(doesEnter);
          });
  begin(m_kind == Kind::Alter ? Offers::Needed : Offers::Unneeded);
}

void ChangeDialog::addTerms() {
  m_terms = new PlanFields;
  m_terms->setCurrent(*facts().subscription, facts().planName);
  m_terms->setOffers({});
  fields()->addWidget(m_terms);
  connect(m_terms, &PlanFields::edited, this, [this] {
    showPrice();
    edited();
  });
  auto *row = new QHBoxLayout;
  row->setSpacing(space::x3);
  row->addWidget(makePrice(), 2);
  row->addWidget(makeCurrency(), 1);
  fields()->addLayout(row);
}

FormField *ChangeDialog::makeCurrency() {
  m_currency = new QComboBox;
  m_currency->addItem(facts().subscription->currency.code());
  auto *field = new FormField(tr("Currency"), m_currency);
  field->setHint(tr("Another one: from the next period on"));
  connect(m_currency, &QComboBox::currentIndexChanged, this, [this] {
    showPrice();
    showWhatApplies();
    edited();
  });
  return field;
}

std::optional<Currency> ChangeDialog::otherCurrency() const {
  if (!m_currency || m_currency->currentIndex() < 1)
    return {};
  const auto currency = Currency::parse(m_currency->currentText());
  return currency ? std::optional(*currency) : std::nullopt;
}

Currency ChangeDialog::currencyThen() const {
  return otherCurrency().value_or(facts().subscription->currency);
}

QString ChangeDialog::priceKey(Currency currency) const {
  return currency == facts().subscription->currency ? u"price"_s : u"price "_s + currency.code();
}

FormField *ChangeDialog::makePrice() {
  m_price = new MoneyEditor(facts().subscription->currency.code());
  auto *field = new FormField(tr("Price of its own"), m_price->input());
  field->setHint(tr("For each period, instead of the plan's fee; empty: as the plan says."));
  showPrice();
  connect(m_price, &MoneyEditor::edited, this, [this] {
    m_prices[currencyThen()] = m_price->value();
    edited();
  });
  return field;
}

QLineEdit *ChangeDialog::price() const {
  return m_price ? qobject_cast<QLineEdit *>(m_price->input()->focusProxy()) : nullptr;
}

bool ChangeDialog::keepsPlan() const {
  models::WantedChange terms;
  m_terms->addTo(terms);
  const auto &now = *facts().subscription;
  return terms.planId == now.planId && terms.interval == now.interval;
}

bool ChangeDialog::keepsTerms() const { return keepsPlan() && !otherCurrency(); }

/// A contract's price goes with the plan, interval or currency that it was made for; what was typed
/// in a currency is there again with it.
void ChangeDialog::showPrice() {
  const QSignalBlocker quiet(m_price);
  const auto &now = *facts().subscription;
  m_price->setCurrency(currencyThen());
  m_price->setValue(isPriceTyped() ? m_prices.at(currencyThen())
                    : keepsTerms() && now.priceOverride
                        ? Money(*now.priceOverride, now.currency).majorString()
                        : QString());
}

std::optional<Money> ChangeDialog::ownPrice() const {
  const auto price = Money::parseMajor(m_price->value(), currencyThen());
  return price ? std::optional(*price) : std::nullopt;
}

QString ChangeDialog::objection() const {
  return m_price && !m_price->value().isEmpty() && !ownPrice() ? tr("The price cannot be read")
                                                               : QString();
}

void ChangeDialog::addWhen() {
  const auto end = formatDay(facts().subscription->period.to, locale());
  m_when = new QComboBox;
  m_when->addItem(tr("Now"));
  m_when->addItem(tr("At the end of the period, %1").arg(end));
  m_when->setCurrentIndex(m_kind == Kind::Cancel ? 1 : 0);
  fields()->addWidget(new FormField(tr("When"), m_when));
  connect(m_when, &QComboBox::currentIndexChanged, this, [this] {
    showWhatApplies();
    edited();
  });
  if (m_kind != Kind::Cancel)
    return;
  m_credit = new QCheckBox(tr("Credit the remaining days"));
  fields()->addWidget(m_credit);
  connect(m_credit, &QCheckBox::toggled, this, &ChangeDialog::edited);
  showWhatApplies();
}

/// At the end of a period nothing of it is left to be credited or charged; no currency changes
/// before. Without another one it is when it was.
void ChangeDialog::showWhatApplies() {
  const QSignalBlocker quiet(m_when);
  if (!otherCurrency())
    m_when->setCurrentIndex(std::exchange(m_whenChosen, {}).value_or(m_when->currentIndex()));
  else if (!m_whenChosen)
    m_whenChosen = m_when->currentIndex();
  if (m_whenChosen)
    m_when->setCurrentIndex(1);
  m_when->setEnabled(!m_whenChosen);
  const bool isNow = m_when->currentIndex() == 0;
  if (m_credit)
    m_credit->setEnabled(isNow);
  if (m_proration)
    m_proration->setEnabled(isNow);
}

void ChangeDialog::addProration() {
  m_proration = new QComboBox;
  m_proration->addItem(tr("As usual"));
  for (const auto one : {Proration::Day, Proration::Second, Proration::None})
    m_proration->addItem(prorationWord(one), int(one));
  fields()->addWidget(new FormField(tr("Rest of the period"), m_proration));
  connect(m_proration, &QComboBox::currentIndexChanged, this, &ChangeDialog::edited);
}

void ChangeDialog::showOffers(const QList<models::PlanOffer> &offers) {
  m_terms->setOffers(offers);
  for (const auto &currency : changer().currencies())
    if (m_currency->findText(currency.code()) < 0)
      m_currency->addItem(currency.code());
  showPrice();
  m_proration->setItemText(0, usualWord(changer().usualProration()));
}

models::WantedChange ChangeDialog::wanted() const {
  models::WantedChange wanted;
  wanted.kind = m_kind;
  wanted.now = !m_when || m_when->currentIndex() == 0;
  wanted.credit = m_credit && wanted.now && m_credit->isChecked();
  if (m_terms)
    m_terms->addTo(wanted);
  wanted.currency = otherCurrency();
  if (m_price && isPriceTyped()) { // else it stays, or goes with its plan, whatever it is by then
    wanted.agreesPrice = true;
    if (const auto price = ownPrice())
      wanted.price = price->minor();
  }
  if (m_proration && wanted.now && m_proration->currentIndex() > 0)
    wanted.proration = Proration(m_proration->currentData().toInt());
  return wanted;
}

/// What ends at once does not come back; what is scheduled can be taken back.
bool ChangeDialog::isFinal() const {
  return m_kind == Kind::Cancel && changer().shown() && !waits(*changer().shown());
}

/// What was scheduled before it would not come back.
std::optional<models::WantedChange> ChangeDialog::undo() const {
  using subscriptions::ScheduledAction;
  const auto &shown = changer().shown();
  if (!shown || !waits(*shown) || shown->before.scheduled.action != ScheduledAction::None)
    return {};
  models::WantedChange wanted;
  wanted.kind = Kind::TakeBack;
  wanted.scheduled = shown->after.scheduled;
  return wanted;
}

QString ChangeDialog::meaning(const Preview &preview) const {
  const auto end = formatDay(preview.before.period.to, locale());
  QString text;
  if (waits(preview))
    text = (m_kind == Kind::Cancel ? tr("It ends on %1. Until then it can be taken back.")
                                   : tr("It is changed on %1. Until then it can be taken back."))
               .arg(end);
  else if (m_kind == Kind::Cancel)
    text = tr("Access ends at once, and usage is billed. It cannot be undone.");
  else if (m_kind == Kind::Pause)
    text = tr("The subscription stops at once, and nothing is billed until it is resumed. What "
              "this issues is final; to go on, resume it.");
  else if (m_kind == Kind::Resume)
    text = tr("The subscription goes on at once, with the rest of its period. What this issues is "
              "final; to stop again, pause it.");
  else
    text = tr("It is changed at once. What is issued with it is final.");
  text += contractText(preview);
  if (preview.before.scheduled.action != subscriptions::ScheduledAction::None &&
      preview.before.scheduled != preview.after.scheduled)
    text += u' ' + tr("What was scheduled before is dropped.");
  return text;
}

/// What of the contract was made for the plan, interval or currency that goes.
QString ChangeDialog::contractText(const Preview &preview) const {
  const auto &before = preview.before;
  if (m_kind != Kind::Alter || keepsTerms())
    return {};
  const bool limitsEnd = !keepsPlan() && !before.ownLimits.empty();
  if (!before.priceOverride || ownPrice())
    return limitsEnd ? u' ' + tr("The contract's own limits end with it.") : u""_s;
  return u' ' + (limitsEnd ? tr("The contract's own price and limits end with it.")
                           : tr("The contract's own price ends with it."));
}

QString ChangeDialog::doneText(const Preview &preview) const {
  if (waits(preview))
    return tr("Scheduled for %1").arg(formatDay(preview.before.period.to, locale()));
  switch (m_kind) {
  case Kind::Cancel:
    return tr("Subscription ended");
  case Kind::Pause:
    return tr("Subscription paused");
  case Kind::Resume:
    return tr("Subscription resumed");
  default:
    return tr("Subscription changed");
  }
}

QString ChangeDialog::draftName() const {
  if (!m_when)
    return {}; // nothing is chosen
  return m_kind == Kind::Cancel ? u"end"_s : u"change"_s;
}

models::FormValues ChangeDialog::typed() const {
  if (!m_when)
    return {};
  models::FormValues typed{
      {u"when"_s, QString::number(m_whenChosen.value_or(m_when->currentIndex()))}};
  if (m_credit)
    typed[u"credit"_s] = m_credit->isChecked() ? u"yes"_s : QString();
  if (m_proration)
    typed[u"proration"_s] = QString::number(m_proration->currentIndex());
  if (m_terms)
    m_terms->addTo(typed);
  if (const auto currency = otherCurrency())
    typed[u"currency"_s] = currency->code();
  for (const auto &[currency, price] : m_prices)
    typed[priceKey(currency)] = price;
  return typed;
}

void ChangeDialog::fill(const models::FormValues &typed) {
  const auto choose = [&typed](QComboBox *box, const QString &name) {
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(std::clamp(typed.value(name).toInt(), 0, box->count() - 1));
  };
  m_whenChosen.reset();
  choose(m_when, u"when"_s);
  if (m_credit) {
    const QSignalBlocker quiet(m_credit);
    m_credit->setChecked(!typed.value(u"credit"_s).isEmpty());
  }
  if (m_proration)
    choose(m_proration, u"proration"_s);
  if (m_terms)
    m_terms->fill(typed);
  if (m_price) {
    const QSignalBlocker quiet(m_currency);
    m_currency->setCurrentIndex(std::max(0, m_currency->findText(typed.value(u"currency"_s))));
    m_prices.clear();
    for (int i = 0; i < m_currency->count(); ++i)
      if (const auto one = Currency::parse(m_currency->itemText(i));
          one && typed.contains(priceKey(*one)))
        m_prices[*one] = typed.value(priceKey(*one));
    showPrice();
  }
  showWhatApplies();
}

} // namespace tenantry::ui
