// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour.h"

#include "models/organizations/organization_roles.h"
#include "ui/billing/billing_pane.h"
#include "ui/billing/invoices_pane.h"
#include "ui/business/business_pane.h"
#include "ui/contradictions/contradictions_pane.h"
#include "ui/dunning/dunning_pane.h"
#include "ui/forms/form_dialog.h"
#include "ui/home/home_pane.h"
#include "ui/importing/import_dialog.h"
#include "ui/ledger/ledger_pane.h"
#include "ui/lists/bulk_dialog.h"
#include "ui/lists/list_acts.h"
#include "ui/mails/mails_pane.h"
#include "ui/matching/matching_offers.h"
#include "ui/matching/matching_pane.h"
#include "ui/organizations/customer_invoices_page.h"
#include "ui/organizations/invoices_tab.h"
#include "ui/organizations/organization_detail.h"
#include "ui/organizations/organization_forms.h"
#include "ui/organizations/organizations_pane.h"
#include "ui/organizations/subscription_acts.h"
#include "ui/organizations/subscription_tab.h"
#include "ui/organizations/usage_tab.h"
#include "ui/shell/key_list.h"
#include "ui/shell/notification_list.h"
#include "ui/shell/palette.h"
#include "ui/subscriptions/subscriptions_pane.h"
#include "ui/usage/standings_page.h"
#include "ui/usage/usage_pane.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::desktop {

using ui::Place;

namespace {
constexpr auto patience = 120s; ///< for one picture
constexpr int layoutTurns = 5;
} // namespace

Tour::Tour(const Options &options, Composition &composition)
    : m_options(options), m_composition(composition) {
  if (options.tour.isEmpty())
    return;
  m_patience.setSingleShot(true);
  m_patience.setInterval(patience);
  m_patience.callOnTimeout(this, [this] {
    fail(tr("%1 did not become ready within two minutes").arg(m_stops[m_at].name));
  });
  connect(&composition, &Composition::failed, this,
          [this](const Error &error) { fail(error.toString()); });
  connect(&composition, &Composition::ready, this, [this] {
    plan();
    next();
  });
}

void Tour::plan() {
  for (ui::Pane *pane : std::initializer_list<ui::Pane *>{
           m_composition.home(), m_composition.organizations(), m_composition.billing(),
           m_composition.invoices(), m_composition.matching(), m_composition.dunning(),
           m_composition.subscriptions(), m_composition.ledger(), m_composition.usage(),
           m_composition.mails(), m_composition.contradictions(), m_composition.business()})
    connect(pane, &ui::Pane::settled, this, &Tour::look, Qt::QueuedConnection);
  connect(&m_composition.organizations()->detail()->invoices()->page()->list(),
          &models::PagedListModel::countChanged, this, &Tour::look, Qt::QueuedConnection);
  connect(m_composition.organizations()->acts(), &ui::ListActs::previewed, this, &Tour::look,
          Qt::QueuedConnection);
  connect(m_composition.organizations()->forms(), &ui::OrganizationForms::settled, this,
          &Tour::look, Qt::QueuedConnection);
  connect(&m_composition.window().palette()->model(), &models::PaletteModel::changed, this,
          &Tour::look, Qt::QueuedConnection);
  connect(m_composition.connection(), &models::Connection::connectedChanged, this, &Tour::look,
          Qt::QueuedConnection);
  if (m_options.place) {
    m_stops.push_back({u"place"_s, opening(*m_options.place),
                       [this] { return m_composition.window().currentPane()->isSettled(); }});
    return;
  }
  auto *home = m_composition.home();
  m_stops.push_back({u"home"_s, opening(home->home()), [home] { return home->isSettled(); }});
  planOrganizations();
  planForms();
  planPalette();
  planNotifications();
  planBilling();
  planStates();
}

std::function<void()> Tour::opening(const Place &place) {
  return [this, place] { m_composition.window().open(place); };
}

/// The first organization of the list, which then is the one that is looked at.
void Tour::openFirst() {
  const auto *model = m_composition.organizations()->table()->model();
  if (model->rowCount() == 0)
    return;
  const auto id = model->index(0, 0).data(models::OrganizationIdRole).toString();
  m_composition.window().open({Place::Kind::Organization, id, {}, {}});
}

void Tour::planOrganizations() {
  auto *pane = m_composition.organizations();
  const auto settled = [pane] { return pane->isSettled(); };
  m_stops.push_back({u"organizations"_s, opening({}), settled});
  m_stops.push_back({u"organization"_s, [this] { openFirst(); }, settled});
  m_stops.push_back({u"selection"_s, [pane] { pane->table()->selectAll(); }, settled});
  const auto ask = [pane] { pane->acts()->actions().front()->trigger(); };
  m_stops.push_back(
      {u"question"_s, ask,
       [pane] { return pane->acts()->question() && pane->acts()->question()->isSettled(); },
       [pane] { return pane->acts()->question(); }});
  for (const auto &tab : {u"members"_s, u"subscription"_s, u"usage"_s, u"invoices"_s}) {
    const auto go = [this, pane, tab] {
      if (auto *question = pane->acts()->question())
        question->reject();
      if (auto *dialog = pane->detail()->subscription()->acts()->dialog())
        dialog->reject();
      pane->records()->stepBack();
      auto place = m_composition.window().place();
      place.tab = tab;
      if (place.kind == Place::Kind::Organization)
        m_composition.window().open(place);
    };
    const auto isCounted = [pane, page = pane->detail()->invoices()->page()] {
      return pane->isSettled() && (!page->isVisible() || page->list().count() >= 0);
    };
    m_stops.push_back({u"organization-"_s + tab, go, isCounted});
    if (tab == u"subscription"_s)
      planChange();
  }
}

/// What another plan comes to, over the record.
void Tour::planChange() {
  auto *acts = m_composition.organizations()->detail()->subscription()->acts();
  const auto change = [this, acts] {
    acts->change()->click();
    auto *dialog = acts->dialog();
    if (!dialog)
      return;
    using Changer = models::SubscriptionChanger;
    connect(&dialog->changer(), &Changer::offered, dialog, [dialog] {
      dialog->plan()->setCurrentIndex(1); // the first that it does not have
    });
    connect(&dialog->changer(), &Changer::previewed, this, &Tour::look, Qt::QueuedConnection);
  };
  const auto isShown = [acts] {
    const auto *dialog = acts->dialog();
    return dialog && dialog->plan()->currentIndex() == 1 && acts->dialog()->changer().shown();
  };
  m_stops.push_back({u"change"_s, change, isShown, [acts] { return acts->dialog(); },
                     [acts] { return acts->change()->isEnabled(); }}); // a subscription that ended
}

/// The record that is looked at in its form, and a new one.
void Tour::planForms() {
  auto *forms = m_composition.organizations()->forms();
  const auto isThere = [forms] { return forms->open() && forms->open()->isSettled(); };
  const auto shown = [forms] { return forms->open(); };
  m_stops.push_back({u"form"_s, [forms] { forms->amend(); }, isThere, shown});
  const auto enter = [forms] {
    if (auto *form = forms->open())
      form->close();
    forms->enter();
  };
  const auto isNew = [forms] {
    return forms->open() && forms->open()->isSettled() && forms->open()->form().isNew();
  };
  m_stops.push_back({u"form-new"_s, enter, isNew, shown});
}

/// What a few letters of a name find, over the record.
void Tour::planPalette() {
  const auto search = [this] {
    const auto *model = m_composition.organizations()->table()->model();
    m_composition.window().search(model->index(1, 0).data().toString().left(3).toLower());
  };
  const auto isFound = [this] { return !m_composition.window().palette()->model().isSearching(); };
  m_stops.push_back({u"palette"_s, search, isFound});
  const auto keys = [this] { m_keys = m_composition.window().showKeys(); };
  m_stops.push_back({u"keys"_s, keys, [] { return true; }, [this] { return m_keys; }});
}

/// What was said, after something was.
void Tour::planNotifications() {
  const auto say = [this] {
    auto &window = m_composition.window();
    window.open(m_composition.home()->home());
    window.notify(tr("Link copied"), window.place().link());
    m_keys = window.showNotifications();
  };
  m_stops.push_back({u"notifications"_s, say, [] { return true; }, [this] { return m_keys; }});
}

void Tour::planBilling() {
  auto *pane = m_composition.billing();
  const auto settled = [pane] { return pane->isSettled(); };
  m_stops.push_back({u"billing"_s, opening({Place::Kind::Billing, {}, {}, {}}), settled});
  m_stops.push_back({u"billing-usage"_s, [pane] { pane->chooseWithUsage(); }, settled});
  m_stops.push_back({u"billing-explain"_s, [pane] { pane->explainFirstLine(); }, settled});
  planInvoices();
  planMatching();
}

void Tour::planInvoices() {
  auto *pane = m_composition.invoices();
  const auto settled = [pane] { return pane->isSettled(); };
  m_stops.push_back({u"invoices"_s, opening(pane->home()), settled});
  const auto paper = [this] {
    const auto number = m_composition.organizations()->detail()->lastInvoice();
    if (!number.isEmpty())
      m_composition.window().open({Place::Kind::Invoice, number, {}, {}});
  };
  m_stops.push_back({u"invoice"_s, paper, settled});
  planLists();
}

/// What else stands in lists of its own.
void Tour::planLists() {
  auto *subscriptions = m_composition.subscriptions();
  m_stops.push_back({u"subscriptions"_s, opening(subscriptions->home()),
                     [subscriptions] { return subscriptions->isSettled(); }});
  auto *dunning = m_composition.dunning();
  m_stops.push_back(
      {u"dunning"_s, opening(dunning->home()), [dunning] { return dunning->isSettled(); }});
  auto *contradictions = m_composition.contradictions();
  m_stops.push_back({u"contradictions"_s, opening(contradictions->home()),
                     [contradictions] { return contradictions->isSettled(); }});
  planLedger();
  planUsage();
  auto *mails = m_composition.mails();
  m_stops.push_back({u"mails"_s, opening(mails->home()), [mails] { return mails->isSettled(); }});
  auto *business = m_composition.business();
  m_stops.push_back(
      {u"business"_s, opening(business->home()), [business] { return business->isSettled(); }});
}

/// Who uses most, the events of whoever does, what came in, and what came late.
void Tour::planUsage() {
  auto *pane = m_composition.usage();
  const auto settled = [pane] { return pane->isSettled(); };
  for (const auto &tab : {QString(), u"arrivals"_s, u"late"_s})
    m_stops.push_back({tab.isEmpty() ? u"usage"_s : u"usage-"_s + tab,
                       opening({Place::Kind::Usage, {}, tab, {}, u"api_calls"_s}), settled});
  const auto most = [pane] { return pane->standings()->list().keyAt(0); };
  const auto events = [this, most] {
    m_composition.window().open(ui::eventsOf(OrganizationId::fromString(most()), u"api_calls"_s));
  };
  m_stops.push_back({u"usage-events"_s, events, settled, {}, [most] { return !most().isEmpty(); }});
}

/// The months of the books, the journal, and what closing a month means.
void Tour::planLedger() {
  auto *pane = m_composition.ledger();
  const auto settled = [pane] { return pane->isSettled(); };
  m_stops.push_back({u"ledger"_s, opening(pane->home()), settled});
  for (const auto &tab : {u"journal"_s, u"open-items"_s, u"revenue"_s})
    m_stops.push_back({u"ledger-"_s + tab, opening({Place::Kind::Ledger, {}, tab, {}}), settled});
  const auto close = [this, pane] {
    pane->closing()->click();
    if (pane->dialog())
      connect(pane->dialog(), &ui::MonthDialog::previewed, this, &Tour::look, Qt::QueuedConnection);
  };
  const auto isShown = [pane] {
    return !pane->dialog() || !pane->dialog()->previewText().isEmpty();
  };
  m_stops.push_back({u"ledger-close"_s, close, isShown, [this, pane]() -> QWidget * {
                       return pane->dialog() ? static_cast<QWidget *>(pane->dialog())
                                             : &m_composition.window();
                     }});
}

/// The desk, and the first entry's assignment over it where one waits.
void Tour::planMatching() {
  auto *pane = m_composition.matching();
  const auto settled = [pane] { return pane->isSettled(); };
  const auto go = [this, pane] {
    if (auto *dialog = m_composition.ledger()->dialog())
      dialog->reject();
    m_composition.window().open(pane->home());
  };
  m_stops.push_back({u"matching"_s, go, settled});
  const auto import = [pane] { pane->offers()->importFile(); };
  m_stops.push_back({u"matching-import"_s, import, [] { return true; },
                     [pane]() -> QWidget * { return pane->offers()->importDialog(); }});
}

void Tour::planStates() {
  auto *pane = m_composition.organizations();
  const auto settled = [pane] { return pane->isSettled(); };
  const auto filter = [this, pane] {
    m_composition.window().open({});
    pane->setFilter({.search = u"zzzz-nobody"_s, .status = {}, .planId = {}});
  };
  m_stops.push_back({u"no-match"_s, filter, settled});
  const auto import = [this] { m_import = m_composition.showImport(); };
  m_stops.push_back({u"import"_s, import, [] { return true; }, [this] { return m_import; }});
}

void Tour::next() {
  m_composition.window().palette()->dismiss();
  for (auto *toast : m_composition.window().findChildren<ui::Toast *>())
    toast->deleteLater();
  if (m_keys)
    m_keys->close();
  if (m_at == m_stops.size()) {
    QApplication::exit(0);
    return;
  }
  if (const auto &stop = m_stops[m_at]; stop.exists && !stop.exists()) {
    std::fprintf(stderr, "tenantry: %s\n",
                 qPrintable(tr("%1 is left out: this book has none").arg(stop.name)));
    ++m_at;
    return next();
  }
  m_patience.start();
  m_isLooking = true;
  m_stops[m_at].go();
  QMetaObject::invokeMethod(this, &Tour::look, Qt::QueuedConnection);
}

void Tour::look() {
  if (!m_isLooking || !m_composition.connection()->isConnected() || !m_stops[m_at].isReady())
    return;
  m_isLooking = false;
  settle(layoutTurns);
}

/// Layouts inside of layouts hear of each other by events: a few turns of the loop, and all stand.
void Tour::settle(int turns) {
  if (turns == 0)
    shoot();
  else
    QTimer::singleShot(0, this, [this, turns] { settle(turns - 1); });
}

void Tour::shoot() {
  const auto &stop = m_stops[m_at];
  auto *what = stop.what ? stop.what() : &m_composition.window();
  const QDir directory(m_options.tour);
  if (!directory.mkpath(u"."_s))
    return fail(tr("%1 cannot be made").arg(directory.path()));
  const auto file = directory.filePath(stop.name + u".png"_s);
  if (!what->grab().save(file))
    return fail(tr("%1 cannot be written").arg(file));
  ++m_at;
  next();
}

void Tour::fail(const QString &message) {
  std::fprintf(stderr, "tenantry: %s\n", qPrintable(message));
  m_isLooking = false;
  m_patience.stop();
  QApplication::exit(1);
}

} // namespace tenantry::desktop
