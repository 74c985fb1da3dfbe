import { hash, pick } from './chance.ts';

/** A person's name as shown, and in the letters that fit into an address. */
export type Name = { readonly given: string; readonly family: string; readonly local: string };

/**
 * The name of the nth person: every full name once before a number has to tell two of them apart,
 * so that no two people of a seed share an address however many there are.
 */
export function nameOf(seed: number, index: number): Name {
  const place = index % places.length;
  const culture = pick(places, place);
  const nth = Math.floor(index / places.length) * culture.share + (ranks[place] ?? 0);
  const combinations = culture.given.length * culture.family.length;
  const combination = (nth * culture.stride + hash(seed, 0, culture.share)) % combinations;
  const given = pick(culture.given, combination);
  const family = pick(culture.family, Math.floor(combination / culture.given.length));
  const round = Math.floor(nth / combinations);
  return {
    given: given.shown,
    family: family.shown,
    local: `${given.plain}.${family.plain}${round === 0 ? '' : round + 1}`,
  };
}

type Part = { readonly shown: string; readonly plain: string };
type Culture = {
  /** People of it in a hundred. */
  readonly share: number;
  readonly given: readonly Part[];
  readonly family: readonly Part[];
  /** Step from one combination to the next: without a factor in common with their number, so all are visited. */
  readonly stride: number;
};

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  æ: 'ae',
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
};

const cultures: readonly Culture[] = [
  culture(
    16,
    'Anna Lukas Jürgen Käthe Björn Sabine Matthias Ulrike Jörg Friederike Tobias Heike Maximilian Grit Rüdiger Antje Leon Mia Götz Silke',
    'Müller Schäfer Weiß Köhler Krüger Brandt Vogel Lindner Hoffmann Böhm Seidel Kühn Jäger Groß Albrecht Hübner Fuchs Roth Lorenz Ziegler Straub Kern Pohl',
  ),
  culture(
    16,
    'James Olivia Harry Amelia Oliver Grace George Isla Callum Fiona Rhys Siân Ewan Niamh Thomas Charlotte Arthur Poppy Declan Zoë',
    'Hughes Whitfield Carter O’Brien Fletcher Ashworth Barlow MacLeod Pritchard Sinclair Thornton Ellison Harding Doyle Lockwood Marsh Pemberton Rowe Tucker Wainwright',
  ),
  culture(
    10,
    'Chloé Étienne Léa François Hélène Jérôme Inès Mathieu Zélie Benoît Camille Gaël Noémie Rémi Aurélie Théo',
    'Lefèvre Moreau Dubois Girard Bérenger Lacroix Renaud Chevalier Gauthier Marchand Rousseau Delaunay Besson Fontaine Perrault Vasseur Clément',
  ),
  culture(
    9,
    'José Lucía Álvaro Inés Iñaki Begoña Joaquín Núria Ramón Pilar João Conceição Tomás Fátima Gonçalo Leonor',
    'García Muñoz Ibáñez Peña Núñez Ordóñez Castaño Figueiredo Magalhães Gonçalves Araújo Simões Quiroga Salazar Lozano Cárdenas Echeverría',
  ),
  culture(
    6,
    'Giulia Niccolò Chiara Matteo Elisa Lorenzo Beatrice Davide Alessia Pietro Noemi Fabrizio',
    'Ferrari Bianchi Greco Fontana Marchetti D’Angelo Rinaldi Moretti Caruso Villa Gallo Santoro Pellegrini',
  ),
  culture(
    8,
    'Łukasz Małgorzata Michał Agnieszka Paweł Zuzanna Tomáš Kateřina Jiří Žaneta Ondřej Eliška Grzegorz Bożena',
    'Wiśniewski Nowak Kowalczyk Zieliński Dąbrowski Wójcik Dvořák Novotný Procházka Kučera Růžička Jabłoński Górski Šimek Pokorný',
  ),
  culture(
    6,
    'Søren Freja Åsa Øyvind Maja Håkon Linnéa Bjørn Ingrid Jens Signe Aleksi Kaisa Mikko',
    'Nyström Sørensen Åkesson Ødegaard Lindqvist Hækkerup Bergström Virtanen Mäkelä Holmgren Kjær Dahl Strand',
  ),
  culture(
    6,
    'Ayşe Mehmet Çağla Ömer Zeynep Emre Gülşen İbrahim Elif Barış Özge Tarık',
    'Yılmaz Öztürk Çelik Şahin Aydın Demir Kılıç Güneş Erdoğdu Koç Aksoy Yıldız Tekin',
  ),
  culture(
    7,
    'Priya Arjun Ananya Rohan Kavya Vikram Meera Sanjay Lakshmi Aditya Nisha Farhan Deepa Imran',
    'Sharma Iyer Reddy Chatterjee Nair Deshpande Banerjee Kulkarni Siddiqui Patel Menon Rao Bhatt',
  ),
  culture(
    4,
    '陽菜|hina 大翔|hiroto 美咲|misaki 蓮|ren 葵|aoi 健太|kenta 結衣|yui 直樹|naoki',
    '佐藤|sato 鈴木|suzuki 高橋|takahashi 渡辺|watanabe 小林|kobayashi 中村|nakamura 山本|yamamoto 松本|matsumoto 井上|inoue',
  ),
  culture(
    3,
    '伟|wei 秀英|xiuying 娜|na 强|qiang 丽|li 军|jun 洋|yang 敏|min',
    '王|wang 李|lee 张|zhang 刘|liu 陈|chen 杨|yeung 赵|zhao 黄|huang 周|zhou',
  ),
  culture(
    3,
    'محمد|mohammed فاطمة|fatima أحمد|ahmed ليلى|layla يوسف|yusuf نور|nour سلمى|salma كريم|karim',
    'المنصوري|almansouri حداد|haddad الخطيب|alkhatib منصور|mansour نصار|nassar عباس|abbas الشامي|alshami',
  ),
  culture(
    4,
    'Ольга|olga Дмитрий|dmitry Наталья|natalia Сергей|sergey Оксана|oksana Тарас|taras Ирина|irina Андрій|andriy',
    'Іваненко|ivanenko Петрова|petrova Шевчук|shevchuk Кузнецов|kuznetsov Коваль|koval Морозова|morozova Бойко|boyko',
  ),
  culture(
    2,
    'Ελένη|eleni Γιώργος|giorgos Μαρία|marialena Νίκος|nikos Κατερίνα|katerina Δημήτρης|dimitris',
    'Παπαδόπουλος|papadopoulos Γεωργίου|georgiou Νικολάου|nikolaou Βασιλείου|vasileiou Οικονόμου|oikonomou',
  ),
];

/** Which culture each of a hundred people in a row belongs to, spread by a stride that visits every place once. */
const places: readonly Culture[] = (() => {
  const inOrder = cultures.flatMap((each) => Array.from({ length: each.share }, () => each));
  return inOrder.map((_, place) => pick(inOrder, place * 37));
})();

/** How many of the same culture stand before a place. */
const ranks: readonly number[] = places.map(
  (own, place) => places.slice(0, place).filter((other) => other === own).length,
);

function culture(share: number, given: string, family: string): Culture {
  const parts = { given: given.split(' ').map(part), family: family.split(' ').map(part) };
  const combinations = parts.given.length * parts.family.length;
  let stride = Math.floor(combinations * 0.382);
  while (commonFactor(stride, combinations) > 1) stride++;
  return { share, ...parts, stride };
}

function part(text: string): Part {
  const [shown = '', plain = plainLetters(shown)] = text.split('|');
  return { shown, plain };
}

function plainLetters(text: string): string {
  const spelled = text.toLowerCase().replace(/[ßøłıæäöü]/gu, (letter) => letters[letter] ?? '');
  return spelled.normalize('NFD').replace(/[^a-z]/gu, '');
}

function commonFactor(one: number, other: number): number {
  return other === 0 ? one : commonFactor(other, one % other);
}
