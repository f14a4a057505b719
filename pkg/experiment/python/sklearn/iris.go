package sklearn

import (
	"firstneuron/pkg/experiment/python/eval"
)

// irisNames are the columns of the set.
var irisNames = []string{"sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"}

// iris are the four lengths of each of 150 flowers in millimetres, two digits each:
// fifty flowers of each of three kinds.
//
// Source: R. A. Fisher, The use of multiple measurements in taxonomic problems, 1936,
// as scikit-learn has it.
const iris = "" +
	"51351402493014024732130246311502503614025439170446341403503415024429140249311501" +
	"54371502483416024830140143301101584012025744150454391304513514035738170351381503" +
	"54341702513715044636100251331705483419025030160250341604523515025234140247321602" +
	"48311602543415045241150155421402493115025032120255351302493614014430130251341502" +
	"50351303452313034432130250351606513819044830140351381602463214025337150250331402" +
	"70324714643245156931491555234013652846155728451363334716492433106629461352273914" +
	"50203510593042156022401061294714562936136731441456304515582741106222451556253911" +
	"59324818612840136325491561284712642943136630441468284814673050176029451557263510" +
	"55243811552437105827391260275116543045156034451667314715632344135630411355254013" +
	"55264412613046145826401250233310562742135730421257294213622943135125301157284113" +
	"63336025582751197130592163295618653058227630662149254517732963186725581872366125" +
	"65325120642753196830552157255020582851246432532365305518773867227726692360225015" +
	"69325723562849207728672063274918673357217232601862284818613049186428562172305816" +
	"74286119793864206428562263285115612656147730612363345624643155186030481869315421" +
	"67315624693151235827511968325923673357256730522363255019653052206234542359305118"

// loadIris is the set as arrays: one of rows, one of classes.
func loadIris(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("load_iris", "*", "return_X_y=", "as_frame=")
	if err != nil {
		return nil, err
	}
	if b.Bool("as_frame", false) {
		return t.Lacks("sklearn.datasets.load_iris(as_frame=)"), nil
	}
	if err := t.Alloc(len(iris)); err != nil {
		return nil, err
	}
	const columns, flowers = 4, 50
	c := cloud{classes: true}
	for at := 0; at < len(iris); at += 2 * columns {
		row := make([]float64, columns)
		for j := range row {
			digits := iris[at+2*j:]
			row[j] = float64(10*(digits[0]-'0')+digits[1]-'0') / 10
		}
		c.x, c.targets = append(c.x, row), append(c.targets, float64(len(c.targets)/flowers))
	}
	both, err := c.values(t)
	if err != nil || b.Bool("return_X_y", false) {
		return both, err
	}
	pair := both.(*eval.Tuple).Items
	return &bunch{name: "load_iris", members: map[string]eval.Value{"data": pair[0], "target": pair[1], "feature_names": texts(irisNames)}}, nil
}

// texts are a list of Python's.
func texts(words []string) *eval.List {
	list := &eval.List{}
	for _, word := range words {
		list.Items = append(list.Items, eval.Str{V: word})
	}
	return list
}

// bunch is scikit-learn's Bunch: values that are read as attributes and by names.
type bunch struct {
	name    string
	members map[string]eval.Value
}

// Class is the name of the type.
func (b *bunch) Class() string { return "sklearn.utils._bunch.Bunch" }

// Attr is a member.
func (b *bunch) Attr(t *eval.Thread, name string) (eval.Value, error) {
	if v, ok := b.members[name]; ok {
		return v, nil
	}
	return t.Lacks("sklearn.datasets." + b.name + "." + name), nil
}

// Index is a member as well.
func (b *bunch) Index(t *eval.Thread, key eval.Value) (eval.Value, error) {
	if name, ok := key.(eval.Str); ok {
		return b.Attr(t, name.V)
	}
	text, err := t.Repr(key)
	if err != nil {
		return nil, err
	}
	return nil, eval.Raise("KeyError", text)
}
